/** Where StackOne receives Zoom's answer; goes into the Zoom app as redirect URL and on its allow list. Case-sensitive. */
export const STACKONE_ZOOM_REDIRECT = 'https://api.stackone.com/connect/oauth2/zoom/callback';

/** StackOne's exact key of the Zoom connector; `zoominfo` is another one. */
export const STACKONE_ZOOM_KEY = 'zoom';
