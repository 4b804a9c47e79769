import type { DecideContext, Decision } from '../log/decision.ts';
import type { Process } from '../process/process.ts';
import type { Step } from '../process/steps.ts';
import { ok, type Failure } from '../values/result.ts';
import type { CaseCommand, CommandOf } from './case-commands.ts';
import type { CaseEvent, CaseEventType, EventOf } from './case-events.ts';
import type { CaseState } from './case-state.ts';

/** The step as it will be on record. */
export interface Move {
  on: string;
  by: string;
  step: Step;
}
export interface Asking<C> {
  state: CaseState;
  command: C;
  context: DecideContext;
  move: Move;
  process: Process;
}
/** Checks what a command says and turns it into events; who, when and from where is settled before. */
export type Effect<C> = (asking: Asking<C>) => Decision<CaseEvent>;
export type EffectsOf<T extends CaseCommand['type']> = { [K in T]: Effect<CommandOf<K>> };

/** Types whose events carry the move itself. */
type Moved = { [T in CaseEventType]: EventOf<T>['data'] extends Move ? T : never }[CaseEventType];

/** One event of the move with what the command adds. */
export const step = <T extends Moved>(
  type: T,
  move: Move,
  rest: Omit<EventOf<T>['data'], keyof Move>,
): Decision<CaseEvent> => ok([{ type, data: { ...move, ...rest } } as unknown as CaseEvent]);

export const refused = (failure: Failure): Decision<CaseEvent> => ({ ok: false, failure });
