import type { InputOf } from '../../contract/commands.ts';
import { fillDraft } from '../../station/testing/demo-household.ts';
import { contractClient, mustCall, redeemAddress, type SessionCookie } from '../hosts/contract-client.ts';
import { DistrictClient } from '../hosts/district-client.ts';
import { startLoopbackApp, type RunningApp } from '../hosts/loopback.ts';
import type { DemoAccount } from '../pages/start-page.ts';

export type DemoUser = 'demo.clerk1' | 'demo.clerk2' | 'demo.reviewer' | 'demo.head';
type Must = ReturnType<typeof mustCall>;

export const passphrase = '示例口令 只用于测试';

/**
 * A station with its district, set up and shared by the specs of one worker. What a spec is not about is prepared by the
 * same contract as the page's, in the same session: whoever signs in here is signed in in the browser too.
 */
export class Bench {
  readonly app: RunningApp;
  readonly accounts: readonly DemoAccount[];
  #origin: string;
  #cookie: SessionCookie;
  #must: Must;
  #households = 0;

  private constructor(
    app: RunningApp,
    accounts: DemoAccount[],
    origin: string,
    cookie: SessionCookie,
    must: Must,
  ) {
    this.app = app;
    this.accounts = accounts;
    this.#origin = origin;
    this.#cookie = cookie;
    this.#must = must;
  }

  static async start(): Promise<Bench> {
    const app = await startLoopbackApp();
    const { origin, cookie } = await redeemAddress(app.address);
    const must = mustCall(contractClient(origin, cookie));
    await must('vault.create', { passphrase });
    const { accounts } = await must('setup.loadDemo', {});
    return new Bench(app, accounts, origin, cookie, must);
  }

  get origin(): string {
    return this.#origin;
  }

  /** What the browser needs to be in this session. */
  get cookie(): { name: string; value: string; url: string } {
    return { ...this.#cookie, url: this.#origin };
  }

  get must(): Must {
    return this.#must;
  }

  account(username: DemoUser): DemoAccount {
    const found = this.accounts.find((each) => each.username === username);
    if (!found) throw new Error(`there is no account ${username}`);
    return found;
  }

  async signIn(username: DemoUser): Promise<void> {
    const { password } = this.account(username);
    await this.#must('session.login', { username, password });
  }

  async signOut(): Promise<void> {
    const { account } = await this.#must('system.status', {});
    if (account) await this.#must('session.logout', {});
  }

  /** A number that no household of this bench has had: the district takes one open case per person. */
  nextHousehold(): number {
    this.#households += 1;
    return this.#households;
  }

  /** A whole draft of 张示例 with a child, ready to submit; somebody must be signed in as a clerk. */
  async draft(): Promise<string> {
    const { today } = await this.#must('system.status', {});
    return fillDraft(this.#must, today, this.nextHousehold());
  }

  /** A new draft with nothing in it. */
  async emptyDraft(): Promise<string> {
    return (await this.#must('draft.create', { kind: 'dibao' })).draft.id;
  }

  async section(draftId: string, change: InputOf<'draft.save'>['change']): Promise<void> {
    const { draft } = await this.#must('draft.open', { draftId });
    await this.#must('draft.save', { draftId, revision: draft.revision, change });
  }

  /** A submitted case; answers its id, code and the applicant's last four. */
  async submittedCase(): Promise<{ caseId: string; caseCode: string; idLast4: string }> {
    const draftId = await this.draft();
    const { draft } = await this.#must('draft.open', { draftId });
    const { caseId, caseCode } = await this.#must('application.submit', { draftId });
    return { caseId, caseCode, idLast4: draft.sections.identity?.idNumber.slice(-4) ?? '' };
  }

  async district(): Promise<DistrictClient> {
    const { username, password } = this.account('demo.reviewer');
    return DistrictClient.logIn(this.app.districtUrl, username, password);
  }

  /** kill -9 and a new start; nobody is signed in and the vault is shut. */
  async killAndRestart(): Promise<void> {
    const { origin, cookie } = await redeemAddress(await this.app.killAndRestart());
    this.#origin = origin;
    this.#cookie = cookie;
    this.#must = mustCall(contractClient(origin, cookie));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
