/** Where StackOne receives Zoom's answer; goes into the Zoom app as redirect URL and on its allow list. Case-sensitive. */
export const STACKONE_ZOOM_REDIRECT = 'https://api.stackone.com/connect/oauth2/zoom/callback';

/** StackOne's exact key of the Zoom connector; `zoominfo` is another one. */
export const STACKONE_ZOOM_KEY = 'zoom';

/** Greenroom's id for what StackOne's Zoom connector itself asks for, whatever is done with it. */
export const CONNECTOR_ITSELF = 'connector';
