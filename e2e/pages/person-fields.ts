import type { Locator, Page } from 'playwright';
import {
  disabilityGradeNames,
  disabilityKindNames,
  healthNames,
  marriageNames,
  workNames,
} from '../../renderer/words/person-names.ts';
import type { PersonForm } from '../../domain/application/person.ts';
import { pick, radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

type Rest = Pick<
  PersonForm,
  'phone' | 'address' | 'ethnicity' | 'marriage' | 'work' | 'health' | 'disability'
>;
/** Left out or undefined: the field is not touched. */
export type TypedPerson = Pick<PersonForm, 'name' | 'idNumber'> & { [K in keyof Rest]?: Rest[K] | undefined };

/** The fields of a person, the applicant's and a member's alike; `scope` is the step or the member's card. */
export class PersonFields {
  readonly scope: Page | Locator;
  readonly #hand: Interactions;

  constructor(hand: Interactions, scope: Page | Locator) {
    this.#hand = hand;
    this.scope = scope;
  }

  field(label: '姓名' | '身份证号' | '出生日期' | '电话' | '住址'): Locator {
    return textField(this.scope, label);
  }

  sex(answer: '男' | '女'): Locator {
    return radio(this.scope, '性别', answer);
  }

  async type(label: '姓名' | '身份证号' | '出生日期' | '电话' | '住址', text: string): Promise<void> {
    await this.#hand.fill(this.field(label), text);
  }

  /** Name and number, and what of the rest is given; sex and birth follow from the number. */
  async fillIn(person: TypedPerson): Promise<void> {
    await this.type('姓名', person.name);
    await this.type('身份证号', person.idNumber);
    if (person.address) await this.type('住址', person.address);
    if (person.ethnicity) await this.pick('民族', `${person.ethnicity}族`);
    await this.fillRest(person);
  }

  /** What no card says. */
  async fillRest({
    phone,
    marriage,
    work,
    health,
    disability,
  }: Omit<TypedPerson, 'name' | 'idNumber'>): Promise<void> {
    if (phone) await this.type('电话', phone);
    if (marriage) await this.pick('婚姻', marriageNames[marriage]);
    if (work) await this.pick('就业', workNames[work]);
    if (health && health !== 'healthy')
      await this.#hand.check(radio(this.scope, '健康', healthNames[health]));
    if (!disability) return;
    await this.pick('残疾类别', disabilityKindNames[disability.kind - 1] ?? '');
    await this.pick('残疾等级', disabilityGradeNames[disability.grade - 1] ?? '');
  }

  async pick(label: string, entry: string): Promise<void> {
    await pick(this.#hand, this.scope, label, entry);
  }

  /** Somebody else signs; minors have a guardian without being asked whether they can sign. */
  async guardian(name: string, minor: boolean): Promise<void> {
    if (!minor) await this.#hand.check(radio(this.scope, '能自己看懂并签字吗', '不能，由监护人代签'));
    await this.pick('监护人', name);
  }
}
