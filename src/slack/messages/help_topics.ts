export type Command = '/zoom-app' | '/zoom-scopes' | '/zoom-ready';

export interface HelpTopic {
  /** What is typed after the command. */
  readonly usage: string;
  readonly does: string;
  readonly example: string;
}

/** Every subcommand, in the order in which one needs them. */
export const topics: Record<Command, Readonly<Record<string, HelpTopic>>> = {
  '/zoom-app': {
    register: {
      usage: 'register [name]',
      does: 'opens the registration; what you typed is kept if you close it, secrets are not',
      example: '/zoom-app register StackOne Integration',
    },
    list: {
      usage: 'list [words]',
      does: 'shows the Zoom apps of this workspace, by words of the name, a stage, an owner, or `unproven`: what only people said; `list archived` shows the archived ones',
      example: '/zoom-app list testing',
    },
    show: {
      usage: 'show <app>',
      does: 'shows the status card with its buttons, only to you',
      example: '/zoom-app show StackOne Integration',
    },
    check: {
      usage: 'check <app>',
      does: 'looks at everything now; the card changes when the answers come',
      example: '/zoom-app check StackOne Integration',
    },
    prove: {
      usage: 'prove <app> [development|production]',
      does: 'shows through StackOne that the profile works: you get a link, sign in at Zoom, and a test account is linked (owners only)',
      example: '/zoom-app prove StackOne Integration production',
    },
    edit: {
      usage: 'edit <app>',
      does: 'changes name, management type, owners, purpose or channel (owners only)',
      example: '/zoom-app edit StackOne Integration',
    },
    scopes: {
      usage: 'scopes <app>',
      does: 'changes the declared scopes (owners only)',
      example: '/zoom-app scopes StackOne Integration',
    },
    rotate: {
      usage: 'rotate <app>',
      does: 'replaces the client secret, or notes that you replaced it in Zoom and keep it; a stored one stays until Zoom accepts the new one (owners only)',
      example: '/zoom-app rotate StackOne Integration',
    },
    archive: {
      usage: 'archive <app>',
      does: 'destroys its stored secrets, folds its card and looks at nothing any more; its name is free (owners only)',
      example: '/zoom-app archive StackOne Integration',
    },
    restore: {
      usage: 'restore <app>',
      does: 'brings an archived Zoom app back, without its secrets (owners only)',
      example: '/zoom-app restore StackOne Integration',
    },
    merge: {
      usage: 'merge <duplicate> into <app>',
      does: 'makes one of a Zoom app that was registered twice: environments, owners and watches come over, the duplicate is archived (owners only)',
      example: '/zoom-app merge StackOne Test into StackOne Integration',
    },
    delete: {
      usage: 'delete <app>',
      does: 'deletes a Zoom app from Greenroom for good, once its name was typed; its history stays (admins only)',
      example: '/zoom-app delete StackOne Integration',
    },
    handover: {
      usage: 'handover <app> [@person]',
      does: 'makes somebody else its owner in your place (owners only)',
      example: '/zoom-app handover StackOne Integration @Ana',
    },
    takeover: {
      usage: 'takeover <app>',
      does: 'makes you an owner too: admins at once, others in its channel after a day in which no owner objects',
      example: '/zoom-app takeover StackOne Integration',
    },
    groups: {
      usage: 'groups <app>',
      does: 'makes whoever is in a Slack user group an owner (owners only; needs the scope usergroups:read)',
      example: '/zoom-app groups StackOne Integration',
    },
    manifest: {
      usage: 'manifest <app>',
      does: "sends you the app's Zoom manifest, and compares it with the one that Zoom exports",
      example: '/zoom-app manifest StackOne Integration',
    },
    watch: {
      usage: 'watch [app | all] [milestones | changes | failures | all] [me]',
      does: 'notifies this channel about a Zoom app, or about all of them; with `me`, or in a direct message, sends you direct messages',
      example: '/zoom-app watch StackOne Integration failures',
    },
    unwatch: {
      usage: 'unwatch [app | all] [me]',
      does: "ends such a watch; an app's own channel stays",
      example: '/zoom-app unwatch StackOne Integration',
    },
    watches: {
      usage: 'watches [app]',
      does: 'shows what is watched here, and what you watch: who set it, since when, whether it is paused; to change or end each, or several at once',
      example: '/zoom-app watches StackOne Integration',
    },
    history: {
      usage: 'history [app] [@person] [topic] [7d]',
      does: 'tells who did what, and when, also as a CSV file; topics are edits, credentials, scopes, checks, proofs, profiles, messages, settings, privacy',
      example: '/zoom-app history StackOne Integration @Ana checks 7d',
    },
    digest: {
      usage: 'digest [on|off]',
      does: 'posts in this channel on weekdays what changed in the Zoom apps that it watches and what waits for whom, only if something did',
      example: '/zoom-app digest on',
    },
    report: {
      usage: 'report <app>',
      does: 'sums up checks, evidence, scopes with reasons and risk, and the last changes, for a security review',
      example: '/zoom-app report StackOne Integration',
    },
    settings: {
      usage: 'settings',
      does: 'opens the settings of this workspace: default channel, client secrets, who may do what, admins (admins only)',
      example: '/zoom-app settings',
    },
    ping: {
      usage: 'ping',
      does: 'says how Greenroom is: version, database, Slack, Zoom and StackOne',
      example: '/zoom-app ping',
    },
    help: { usage: 'help [command]', does: 'shows this', example: '/zoom-app help rotate' },
  },
  '/zoom-scopes': {
    check: {
      usage: 'check admin|user <scopes>',
      does: 'says which scopes fit the management type, and what to write instead of the others',
      example: '/zoom-scopes check admin meeting:read:meeting user:read:user:admin',
    },
    convert: {
      usage: 'convert admin|user <scopes>',
      does: 'carries a list over to the other management type, and classic scopes to granular ones',
      example: '/zoom-scopes convert user meeting:read:meeting:admin',
    },
    find: {
      usage: 'find <words, scope, event or METHOD /path>',
      does: 'finds scopes and tells what one allows, at which levels, how risky it is, and which apps here use it',
      example: '/zoom-scopes find GET /users/me/meetings',
    },
    plan: {
      usage: 'plan [app | admin|user <needs>]',
      does: 'gives the least scopes for StackOne actions, operations, events or a common need, and compares them with what an app declares',
      example: '/zoom-scopes plan admin meetings-read, POST /users/{userId}/meetings, meeting.started',
    },
    confirmed: {
      usage: 'confirmed [words]',
      does: 'shows the scopes that people here have confirmed, to withdraw one',
      example: '/zoom-scopes confirmed meeting',
    },
    help: { usage: 'help', does: 'shows this', example: '/zoom-scopes help' },
  },
  '/zoom-ready': {
    board: {
      usage: '[words]',
      does: 'shows where every Zoom app stands and what is next, by words of the name, a stage, an owner, or `unproven`: what only people said',
      example: '/zoom-ready testing',
    },
    help: { usage: 'help', does: 'shows this', example: '/zoom-ready help' },
  },
};
