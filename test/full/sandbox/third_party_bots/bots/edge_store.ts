import {
  type Authorize,
  AuthorizeError,
  type Installation,
  type InstallationStore,
  type InstallationStoreQuery,
  type SlackOAuthEnv,
} from 'slack-edge';

/** Installations by workspace, in memory; slack-edge brings no store of its own. */
export class EdgeStore implements InstallationStore<SlackOAuthEnv> {
  readonly #installations = new Map<string, Installation>();

  async save(installation: Installation): Promise<void> {
    this.#installations.set(installation.team_id ?? '', installation);
  }
  async findBotInstallation({ teamId }: InstallationStoreQuery): Promise<Installation | undefined> {
    return this.#installations.get(teamId ?? '');
  }
  findUserInstallation(query: InstallationStoreQuery): Promise<Installation | undefined> {
    return this.findBotInstallation(query);
  }
  async deleteBotInstallation({ teamId }: InstallationStoreQuery): Promise<void> {
    this.#installations.delete(teamId ?? '');
  }
  deleteUserInstallation(query: InstallationStoreQuery): Promise<void> {
    return this.deleteBotInstallation(query);
  }
  deleteAll(query: InstallationStoreQuery): Promise<void> {
    return this.deleteBotInstallation(query);
  }
  toAuthorize(): Authorize<SlackOAuthEnv> {
    return async ({ context }) => {
      const { teamId = '' } = context;
      const found = this.#installations.get(teamId);
      if (found?.bot_token === undefined) throw new AuthorizeError(`not installed in ${teamId}`);
      const { bot_token, bot_user_id = '', bot_scopes = [] } = found;
      return { botToken: bot_token, botUserId: bot_user_id, botId: '', botScopes: bot_scopes, teamId };
    };
  }
}
