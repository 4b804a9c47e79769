import type { BrowserContext, Page } from 'playwright';
import type { InputOf } from '../../contract/commands.ts';
import type { AssistanceKind } from '../../domain/application/application.ts';
import { fillDraft } from '../../station/testing/demo-household.ts';
import { mustCall } from '../hosts/contract-client.ts';
import { DistrictClient } from '../hosts/district-client.ts';
import type { FakeCamera } from '../hosts/fake-camera.ts';
import { openStation, type HostKind, type Station } from '../hosts/station.ts';
import { startSurroundings, type Surroundings } from '../hosts/surroundings.ts';
import type { DemoAccount } from '../pages/start-page.ts';

export type DemoUser =
  | 'demo.clerk1'
  | 'demo.clerk2'
  | 'demo.reviewer'
  | 'demo.head'
  | 'demo.district'
  | 'demo.village'
  | 'demo.grid';
type Must = ReturnType<typeof mustCall>;

export const passphrase = '示例口令 只用于测试';

/**
 * A station with its district, set up and shared by the specs of one worker. What a spec is not about is prepared by the
 * same contract as the page's, in the same session: whoever signs in here is signed in in the browser too.
 */
export class Bench {
  readonly surroundings: Surroundings;
  readonly accounts: readonly DemoAccount[];
  readonly #open: () => Promise<Station>;
  #station: Station;
  #households = 0;

  private constructor(
    surroundings: Surroundings,
    station: Station,
    open: () => Promise<Station>,
    accounts: DemoAccount[],
  ) {
    this.surroundings = surroundings;
    this.#station = station;
    this.#open = open;
    this.accounts = accounts;
  }

  static async start(kind: HostKind, camera: FakeCamera): Promise<Bench> {
    const surroundings = await startSurroundings();
    const options = { surroundings, cameraArgs: camera.args, lens: camera.lens };
    const open = (): Promise<Station> => openStation[kind](options);
    try {
      const station = await open();
      return new Bench(surroundings, station, open, await setUp(mustCall(station.client)));
    } catch (error) {
      await surroundings.close();
      throw error;
    }
  }

  get must(): Must {
    return mustCall(this.#station.client);
  }

  /** Address of a place of the page: '/', '/cases'. */
  address(place: string): string {
    return `${this.#station.pageUrl}#${place}`;
  }

  /** The host's own window; null where a browser's page is the window. */
  get window(): Page | null {
    return this.#station.window;
  }

  /** Puts a browser into this station's session. */
  async admit(context: BrowserContext): Promise<void> {
    const { cookie, pageUrl: url } = this.#station;
    if (cookie) await context.addCookies([{ ...cookie, url }]);
  }

  account(username: DemoUser): DemoAccount {
    const found = this.accounts.find((each) => each.username === username);
    if (!found) throw new Error(`there is no account ${username}`);
    return found;
  }

  async signIn(username: DemoUser): Promise<void> {
    const { password } = this.account(username);
    await this.must('session.login', { username, password });
  }

  async signOut(): Promise<void> {
    const { account } = await this.must('system.status', {});
    if (account) await this.must('session.logout', {});
  }

  /** A number that no household of this bench has had: the district takes one open case per person. */
  nextHousehold(): number {
    this.#households += 1;
    return this.#households;
  }

  /** A whole draft of 张示例 (with a child, alone for 特困), ready to submit; somebody must be signed in as a clerk. */
  async draft(kind: AssistanceKind = 'dibao'): Promise<string> {
    const { today } = await this.must('system.status', {});
    return fillDraft(this.must, today, this.nextHousehold(), {}, kind);
  }

  /** A new draft with nothing in it. */
  async emptyDraft(kind: AssistanceKind = 'dibao'): Promise<string> {
    return (await this.must('draft.create', { kind })).draft.id;
  }

  async section(draftId: string, change: InputOf<'draft.save'>['change']): Promise<void> {
    const { draft } = await this.must('draft.open', { draftId });
    await this.must('draft.save', { draftId, revision: draft.revision, change });
  }

  /** A submitted case; answers its id, code and the applicant's last four. */
  async submittedCase(): Promise<{ caseId: string; caseCode: string; idLast4: string }> {
    const draftId = await this.draft();
    const { draft } = await this.must('draft.open', { draftId });
    const { caseId, caseCode } = await this.must('application.submit', { draftId });
    return { caseId, caseCode, idLast4: draft.sections.identity?.idNumber.slice(-4) ?? '' };
  }

  async district(): Promise<DistrictClient> {
    const { username, password } = this.account('demo.reviewer');
    return DistrictClient.logIn(this.surroundings.districtUrl, username, password);
  }

  /** kill -9 and a new start: nobody is signed in. Answers the page to go on with. */
  async killAndRestart(page: Page): Promise<Page> {
    await this.#station.kill();
    this.#station = await this.#open();
    if (this.window) return this.window;
    await this.admit(page.context());
    return page;
  }

  async close(): Promise<void> {
    await this.#station.stop();
    await this.surroundings.close();
  }
}

/** The first start: key and fictional accounts. */
async function setUp(must: Must): Promise<DemoAccount[]> {
  // Where the system keeps the key, nobody is asked for a passphrase.
  if ((await must('system.status', {})).vault === 'missing') await must('vault.create', { passphrase });
  return (await must('setup.loadDemo', {})).accounts;
}
