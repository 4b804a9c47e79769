import { fail } from '../values/result.ts';
import type { CaseCommand, CommandOf } from './case-commands.ts';
import type { Effect, EffectsOf } from './effect.ts';
import { afterEffects } from './effects-after.ts';
import { deskEffects } from './effects-desk.ts';
import { districtEffects } from './effects-district.ts';
import { intakeEffects } from './effects-intake.ts';
import { noticeEffects } from './effects-notice.ts';
import { surveyEffects } from './effects-survey.ts';

type Later = Exclude<CaseCommand['type'], 'submit'>;

/** What every command says, checked and turned into events; a command without an effect is a compile error. */
export const effects: EffectsOf<Later> & Record<'submit', Effect<CommandOf<'submit'>>> = {
  // Opening a case is decided before there is a state to decide on.
  submit: () => fail('case.exists'),
  ...intakeEffects,
  ...deskEffects,
  ...surveyEffects,
  ...noticeEffects,
  ...districtEffects,
  ...afterEffects,
};
