/** Variables of the contract that this version does not use yet: setting one has no effect, and a warning says so. */
const unused: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'secrets are asked for in the modal',
  ZOOM_ACCOUNT_ID: "Zoom's Marketplace API is not asked",
  ZOOM_CLIENT_ID: "Zoom's Marketplace API is not asked",
  ZOOM_CLIENT_SECRET: "Zoom's Marketplace API is not asked",
};

export function unusedVariableWarnings(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(unused).flatMap(([name, instead]) =>
    env[name] === undefined ? [] : [`${name} has no effect in this version: ${instead}.`],
  );
}
