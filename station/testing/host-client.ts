import type { CommandName, InputOf, OutputOf } from '../../contract/commands.ts';
import type { CoreHost, Reply } from '../../contract/envelope.ts';
import type { StationInput } from '../config.ts';

/** Options of a station for tests; the key stands for one kept by the operating system. */
export function testStation(dataDir: string, districtUrl: string): StationInput {
  return {
    ...{ dataDir, districtUrl, idReaderUrl: null, deviceName: '示例工位' },
    resourcesDir: new URL('../../assets', import.meta.url).pathname,
    host: { kind: 'memory', reason: 'test', version: '0.0.0', mode: 'window', fontsOk: true },
    key: Buffer.alloc(32, 5).toString('base64'),
  };
}

/** Calls of one client that have to work. */
export class HostClient {
  readonly #host: Pick<CoreHost, 'call'>;
  readonly #clientId: string;
  #id = 0;

  constructor(host: Pick<CoreHost, 'call'>, clientId = 'window') {
    this.#host = host;
    this.#clientId = clientId;
  }

  async raw(name: CommandName, input: unknown, binary?: Uint8Array): Promise<Reply> {
    this.#id += 1;
    return this.#host.call(this.#clientId, {
      envelope: { id: this.#id, name, input },
      ...(binary ? { binary } : {}),
    });
  }

  must = async <N extends CommandName>(
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<OutputOf<N>> => {
    const { envelope } = await this.raw(name, input, binary);
    if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.failure)}`);
    return envelope.output as OutputOf<N>;
  };

  /** Passwords of the district's fictional accounts by username; works once per district. */
  async demoAccounts(): Promise<Map<string, string>> {
    const { accounts } = await this.must('setup.loadDemo', {});
    return new Map(accounts.map(({ username, password }) => [username, password]));
  }
}
