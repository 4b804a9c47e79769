import { expect } from '@playwright/test';
import { excludedIncomeTitles } from '../../domain/eligibility/income.ts';
import { incomeNames, kinshipRoleNames, propertyNames } from '../../renderer/words/statement-names.ts';
import { relationNames } from '../../renderer/words/person-names.ts';
import type { PropertyKind } from '../../domain/application/forms.ts';
import { AgentStep } from '../pages/agent-step.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { IncomeStep } from '../pages/income-step.ts';
import type { Interactions } from '../pages/interactions.ts';
import { KinshipStep } from '../pages/kinship-step.ts';
import { MembersStep } from '../pages/members-step.ts';
import { PropertyStep } from '../pages/property-step.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { isMinor, villageName, type Household, type HouseholdMember } from './household.ts';

/** The forms of one household, filled in as a clerk would; each ends with the way to the next step. */
export class Applying {
  readonly #hand: Interactions;
  readonly #household: Household;
  readonly application: ApplicationPage;

  constructor(hand: Interactions, household: Household) {
    this.#hand = hand;
    this.#household = household;
    this.application = new ApplicationPage(hand);
  }

  /** The card lies on the reader; what it does not say is typed. */
  async identity(): Promise<void> {
    const { applicant, villageCode } = this.#household;
    await new HomePage(this.#hand).startApplication();
    const step = new IdentityStep(this.#hand);
    await step.readCard();
    await step.cardPhoto.waitFor();
    await expect(step.person.field('身份证号')).toHaveValue(applicant.idNumber);
    await step.pickVillage(villageName(villageCode) ?? '');
    await step.person.fillRest(applicant);
    await this.application.next('家庭成员');
  }

  async members(): Promise<void> {
    const { members } = this.#household;
    const step = new MembersStep(this.#hand);
    if (members.length === 0) await step.livesAlone();
    for (const [index, member] of members.entries()) {
      const card = await step.add(index === 0);
      await card.pick('是申请人的', relationNames[member.relation]);
      await card.fillIn(member);
    }
    await this.#guardians(step);
    await this.application.next('亲属申报');
  }

  /** After everybody is there: a guardian may stand further down the list. */
  async #guardians(step: MembersStep): Promise<void> {
    for (const member of this.#household.members) {
      if (!needsGuardian(member) || !member.guardian) continue;
      const card = await step.openCard(member.name);
      await card.guardian(member.guardian, isMinor(member.idNumber));
    }
  }

  async kinship(): Promise<void> {
    const step = new KinshipStep(this.#hand);
    const relatives = this.#household.kinship.map((relative) => ({
      ...relative,
      role: kinshipRoleNames[relative.role],
    }));
    if (relatives.length === 0) await step.none();
    else await step.declare(relatives);
    await this.application.next('收入');
  }

  async income(): Promise<void> {
    const step = new IncomeStep(this.#hand);
    const { incomes, farmHousehold } = this.#household;
    if (farmHousehold) await step.farmHousehold();
    const typed = incomes.map(({ kind, excluded, ...rest }) => ({
      ...rest,
      kind: incomeNames[kind],
      excluded: excluded && `不计入：${excludedIncomeTitles[excluded]}`,
    }));
    if (typed.length === 0) await step.none();
    else await step.declare(typed);
    await step.formula.getByText('低保标准，每人每月').waitFor();
    await this.application.next('财产');
  }

  async property(): Promise<void> {
    const step = new PropertyStep(this.#hand);
    for (const [kind, items] of Object.entries(this.#household.property))
      await step.declare(propertyNames[kind as PropertyKind], items);
    await step.noneElse();
    await this.application.next('代办人');
  }

  async agent(): Promise<void> {
    const step = new AgentStep(this.#hand);
    const { agent } = this.#household;
    if (agent) await step.declare({ ...agent, idNumber: agent.idNumber ?? '', phone: agent.phone ?? '' });
    else await step.self();
    await this.application.next('材料');
  }

  async signing(): Promise<void> {
    const { applicant, members } = this.#household;
    const step = new SigningStep(this.#hand);
    await step.sign(applicant.name);
    for (const member of members)
      await step.sign(member.name, needsGuardian(member) ? (member.guardian ?? null) : null);
    await this.application.next('人脸/人工核验');
  }
}

const needsGuardian = (member: HouseholdMember): boolean => !member.capacity || isMinor(member.idNumber);
