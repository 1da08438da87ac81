/** The manifest of a small app that uses everything the simulator offers. */
export const manifest = {
  _metadata: { major_version: 1, minor_version: 1 },
  display_information: { name: 'Greenroom' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Greenroom', always_online: true },
    slash_commands: [
      { command: '/zoom-app', description: 'Zoom apps', should_escape: false },
      { command: '/who', description: 'People', should_escape: true },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'app_uninstalled', 'member_joined_channel', 'tokens_revoked'],
    },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
};
