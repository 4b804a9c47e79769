import type { Locator } from 'playwright';
import { radio } from './fields.ts';
import type { Interactions } from './interactions.ts';

export class CertificationStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '人脸/人工核验', exact: true });
  }

  get result(): Locator {
    return this.section.getByRole('region', { name: '核验结果' });
  }

  get panel(): Locator {
    return this.section.getByRole('region', { name: '人脸核验', exact: true });
  }

  get manualPanel(): Locator {
    return this.section.getByRole('region', { name: '人工核验', exact: true });
  }

  /** The one sentence under the picture. */
  get hint(): Locator {
    return this.panel.getByRole('status');
  }

  /** What to do about the camera. */
  get remedy(): Locator {
    return this.panel.getByRole('alert');
  }

  async consent(granted: boolean): Promise<void> {
    const name = granted ? '同意用人脸核对' : '不用人脸，改为人工核验';
    await this.#hand.click(this.section.getByRole('button', { name }));
  }

  async start(): Promise<void> {
    await this.#hand.click(this.panel.getByRole('button', { name: '开始' }));
  }

  async chooseManual(): Promise<void> {
    await this.#hand.click(this.panel.getByRole('button', { name: '人工核验' }));
  }

  /** A person compares the resident with the card. `reason` stands already when the way there says it. */
  async decideByPerson(reason: string | null = null): Promise<void> {
    if (reason) await this.#hand.check(radio(this.manualPanel, '为什么由人工核验', reason));
    await this.#hand.check(this.manualPanel.getByRole('checkbox', { name: /^我已当面看过/ }));
    await this.#hand.click(this.manualPanel.getByRole('button', { name: '是本人，核验通过' }));
    await this.result.waitFor();
  }
}
