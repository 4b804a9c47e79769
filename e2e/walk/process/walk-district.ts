import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoginReply } from '../../../contract/sync/accounts.ts';
import { PullReply } from '../../../contract/sync/push.ts';
import type { Account } from '../../../contract/views.ts';
import type { DistrictConfig } from '../../../district/config.ts';
import { createDistrictServer, type DistrictServer } from '../../../district/create-server.ts';
import { matchingConfig } from '../../../district/matching/config.ts';
import { portalKeyHeader } from '../../../district/portal/portal-key.ts';
import type { PortalApplication } from '../../../district/portal/portal-schema.ts';
import { loadDemoPeople, type DemoPerson } from '../../../district/testing/demo-people.ts';
import {
  startMatchingSimulator,
  type MatchingSimulator,
} from '../../../district/testing/matching-simulator.ts';
import { testCost } from '../../../district/testing/test-server.ts';
import type { EventEnvelope } from '../../../domain/log/event-envelope.ts';
import { everybody, password, staff, usernameOf } from './staff.ts';

const configFile = path.resolve(import.meta.dirname, '../../../assets/matching/demo-config.json');
const portalKey = 'fictional-portal-key-of-the-walk-0123456789';
const admin = { username: 'demo.admin', password, displayName: '演示管理员' };

/** One stream as the district holds it. */
export interface DistrictStream {
  caseNo: string;
  events: EventEnvelope[];
}

/** The district's real server with the departments it asks; it can be ended and started anew on its data. */
export class WalkDistrict {
  readonly #dataDir: string;
  readonly #now: () => Date;
  readonly #simulator: MatchingSimulator;
  #config: Partial<DistrictConfig>;
  #server!: DistrictServer;
  #cursor = 0;
  readonly #streams = new Map<string, DistrictStream>();
  readonly accounts = new Map<string, Account>();
  /** What the server has noted about stations' clocks. */
  readonly flagged: string[] = [];

  private constructor(
    dataDir: string,
    now: () => Date,
    simulator: MatchingSimulator,
    config: Partial<DistrictConfig>,
  ) {
    this.#dataDir = dataDir;
    this.#now = now;
    this.#simulator = simulator;
    this.#config = config;
  }

  /** `people`: what departments know, besides the shipped fictional people. */
  static async open(now: () => Date, people: readonly DemoPerson[]): Promise<WalkDistrict> {
    const simulator = await startMatchingSimulator({ people: [...people, ...(await loadDemoPeople())] });
    const file = (await readFile(configFile, 'utf8')).replaceAll('http://127.0.0.1:8470', simulator.url);
    const matching = matchingConfig(JSON.parse(file), process.env);
    const config = { passwordCost: testCost, portalKey, matching };
    const dataDir = await mkdtemp(path.join(tmpdir(), 'walk-district-'));
    const district = new WalkDistrict(dataDir, now, simulator, config);
    await district.#start();
    await district.#makeAccounts();
    return district;
  }

  get url(): string {
    return this.#server.url;
  }

  /** On the same address: the stations know no other. */
  async restart(change: Partial<DistrictConfig> = {}): Promise<void> {
    const port = Number(new URL(this.url).port);
    await this.#server.close();
    this.#config = { ...this.#config, ...change, port };
    await this.#start();
  }

  async #start(): Promise<void> {
    const config = { ...this.#config, dataDir: this.#dataDir };
    const flagged = (code: string, data?: Record<string, unknown>) =>
      code === 'sync.flagged' && this.flagged.push(...String(data?.['flags']).split(','));
    const log = { info: flagged, error: () => undefined };
    this.#server = await createDistrictServer(config, { now: this.#now, log });
  }

  async #makeAccounts(): Promise<void> {
    const district = { areaCode: staff.districtHead.areaCode, areaName: staff.districtHead.areaName };
    await this.post('/v1/setup/admin', { ...admin, ...district });
    const { token } = LoginReply.parse(await this.#login(admin.username));
    for (const who of everybody) {
      const { name, role, areaCode, areaName } = staff[who];
      const account = { username: usernameOf(who), password, displayName: name, role, areaCode, areaName };
      await this.post('/v1/accounts', account, { authorization: `Bearer ${token}` });
    }
  }

  #login(username: string): Promise<unknown> {
    const device = { deviceId: randomUUID(), deviceName: '演示查看' };
    return this.post('/v1/accounts/login', { username, password, ...device });
  }

  async post(address: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
    const type = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) };
    const response = await fetch(this.url + address, init);
    if (!response.ok) throw new Error(`${address}: ${String(response.status)} ${await response.text()}`);
    return response.json();
  }

  async get(address: string): Promise<string> {
    return (await fetch(this.url + address)).text();
  }

  /** As the portal for applications from home. */
  apply(application: PortalApplication): Promise<unknown> {
    return this.post('/v1/portal/applications', application, { [portalKeyHeader]: portalKey });
  }

  /** A case as the server holds it now, read as a head of the district does. */
  async stream(caseId: string): Promise<DistrictStream> {
    const login = LoginReply.parse(await this.#token());
    for (const account of [login.account, ...login.colleagues]) this.accounts.set(account.id, account);
    for (let more = true; more;) {
      const headers = { authorization: `Bearer ${login.token}` };
      const response = await fetch(`${this.url}/v1/sync/pull?after=${String(this.#cursor)}`, { headers });
      const reply = PullReply.parse(await response.json());
      for (const { caseNo, event } of reply.events) {
        const known = this.#streams.get(event.streamId) ?? { caseNo, events: [] };
        this.#streams.set(event.streamId, { caseNo, events: [...known.events, event] });
      }
      ({ cursor: this.#cursor, more } = reply);
    }
    return this.#streams.get(caseId) ?? { caseNo: '', events: [] };
  }

  #lastLogin: { day: string; reply: Promise<unknown> } | null = null;
  /** Logged in once a day. */
  #token(): Promise<unknown> {
    const day = this.#now().toISOString().slice(0, 10);
    if (this.#lastLogin?.day !== day)
      this.#lastLogin = { day, reply: this.#login(usernameOf('districtHead')) };
    return this.#lastLogin.reply;
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.#simulator.close();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
