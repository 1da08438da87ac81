import { own } from '../../own_property.ts';

/** Other names of a service: those of Zoom's products and of classic scopes. */
const SERVICES: Readonly<Record<string, string>> = {
  apiconnector: 'crc',
  auto_dialer: 'zoom_auto_dialer',
  chat: 'team_chat',
  chat_channel: 'team_chat',
  chat_message: 'team_chat',
  clinical_note: 'healthcare',
  cloud_recordings: 'cloud_recording',
  cloudrecording: 'cloud_recording',
  commerce: 'zoom_commerce',
  conference_room_connector: 'crc',
  dialer: 'zoom_auto_dialer',
  event: 'zoom_events',
  events: 'zoom_events',
  h323: 'h323_device',
  im: 'team_chat',
  imchat: 'team_chat',
  imgroup: 'contact_group',
  iq: 'zra',
  mail: 'email',
  qm: 'zoom_quality_management',
  quality_management: 'zoom_quality_management',
  recording: 'cloud_recording',
  recordings: 'cloud_recording',
  revenue_accelerator: 'zra',
  room: 'zoom_rooms',
  rooms: 'zoom_rooms',
  sip_trunk: 'sip_connected_audio',
  survey: 'survey_management',
  team_chats: 'team_chat',
  teamchat: 'team_chat',
  video_management: 'video_mgmt',
  virtual_agent: 'zva',
  workforce: 'workforce_management',
  zoom_mail: 'email',
  zoom_phone: 'phone',
  zoom_room: 'zoom_rooms',
};

const ACTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  read: ['get', 'view', 'list', 'fetch', 'retrieve', 'see'],
  write: ['create', 'add', 'post', 'insert', 'new', 'send'],
  update: ['edit', 'modify', 'put', 'patch', 'change', 'set'],
  delete: ['remove', 'destroy', 'erase'],
};
const actionOf: ReadonlyMap<string, string> = new Map(
  Object.entries(ACTION_WORDS).flatMap(([action, names]) => names.map((name) => [name, action] as const)),
);

/** Names under which Zoom may know this service: as written, its other name, singular, plural. */
export function serviceNames(written: string): readonly string[] {
  const other = own(SERVICES, written);
  return [written, ...(other === undefined ? [] : [other]), singular(written), `${written}s`];
}

/** Zoom's action for a verb, if it is one of those that people write instead. */
export function actionMeant(verb: string): string | undefined {
  return actionOf.get(verb);
}

export function singular(word: string): string {
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
