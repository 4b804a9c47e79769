/** What `scanimage -A` says about the options that matter to us. */
export interface DeviceOptions {
  feeder: string | null;
  glass: string | null;
  resolution: number | null;
  mode: string | null;
}

const wantedDpi = 200;

/** Reads the option list scanimage prints for a device; options marked [inactive] count as absent. */
export function parseDeviceOptions(text: string): DeviceOptions {
  const sources = choices(text, 'source');
  const modes = choices(text, 'mode');
  const feeders = sources.filter((s) => /feeder|adf/i.test(s));
  return {
    feeder: feeders.find((s) => !/duplex|back/i.test(s)) ?? feeders[0] ?? null,
    glass: sources.find((s) => /flatbed|glass|platen|fb/i.test(s)) ?? null,
    resolution: nearestDpi(choicesText(text, 'resolution')),
    mode: modes.find((m) => /colou?r/i.test(m)) ?? modes.find((m) => /gr[ae]y/i.test(m)) ?? null,
  };
}

function choicesText(text: string, option: string): string | null {
  const found = new RegExp(`^\\s+--${option} (.+) \\[([^\\]]*)\\]`, 'm').exec(text);
  return found === null || found[2] === 'inactive' ? null : (found[1] ?? null);
}

function choices(text: string, option: string): string[] {
  return (
    choicesText(text, option)
      ?.split('|')
      .filter((c) => c !== '') ?? []
  );
}

/** Archives want at least 200 dpi (DA/T 31); the lowest offered that reaches it, else the highest. */
function nearestDpi(text: string | null): number | null {
  const range = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)dpi/.exec(text ?? '');
  if (range) return Math.min(Math.max(wantedDpi, Number(range[1])), Number(range[2]));
  const offered = (text ?? '')
    .replace('dpi', '')
    .split('|')
    .map(Number)
    .filter((n) => n > 0);
  const enough = offered.filter((n) => n >= wantedDpi);
  if (enough.length > 0) return Math.min(...enough);
  return offered.length > 0 ? Math.max(...offered) : null;
}

/** The scanimage arguments for one source of a device. */
export function scanArguments(deviceId: string, options: DeviceOptions, source: string | null): string[] {
  const args = ['--device-name', deviceId, '--format=png'];
  if (source !== null) args.push('--source', source);
  if (options.mode !== null) args.push('--mode', options.mode);
  if (options.resolution !== null) args.push('--resolution', String(options.resolution));
  return args;
}
