import type { Dossier } from '../../../contract/views.ts';
import { shanghaiDate, type IsoDate } from '../../../domain/values/iso-date.ts';
import type { ClockStep } from '../../ui/CaseClock.tsx';

type Told = Pick<Dossier, 'summary' | 'supplements' | 'events' | 'due'>;

/** The way of a case as the clock shows it: what is done on which day, where it is, and what is due when. */
export function clockSteps(dossier: Told): ClockStep[] {
  const { summary, supplements, due } = dossier;
  const { step } = summary;
  const accepted = dayOf(dossier, 'application.accepted');
  const notice = supplements.at(-1);
  const submitted: ClockStep = {
    name: 'submitted',
    label: '提交',
    state: 'done',
    on: summary.submittedOn,
    due: null,
  };
  if (step === 'WITHDRAWN') return [submitted, ended('已撤回', dayOf(dossier, 'application.withdrawn'))];
  if (step === 'ABANDONED') return [submitted, ended('视为放弃', dayOf(dossier, 'application.abandoned'))];
  const waiting = step === 'SUPPLEMENT';
  const supplement: ClockStep[] = notice
    ? [
        {
          name: 'supplement',
          label: '补正',
          state: waiting ? 'current' : 'done',
          on: waiting ? null : dayOf(dossier, 'supplement.provided'),
          due: notice.limit,
        },
      ]
    : [];
  const at = (done: boolean, current: boolean): ClockStep['state'] =>
    done ? 'done' : current ? 'current' : 'ahead';
  const isAccepted = accepted !== null;
  return [
    submitted,
    ...supplement,
    {
      name: 'accepted',
      label: '受理',
      state: at(isAccepted, !waiting),
      on: accepted,
      due: waiting ? null : due.accept,
    },
    { name: 'survey', label: '调查', state: at(false, isAccepted), on: null, due: due.survey },
    { name: 'preliminary', label: '初审', state: 'ahead', on: null, due: due.review },
    { name: 'notice', label: '公示', state: 'ahead', on: null, due: null },
    { name: 'confirmation', label: '确认', state: 'ahead', on: null, due: due.wholeCase },
  ];
}

const ended = (label: string, on: IsoDate | null): ClockStep => ({
  name: 'ended',
  label,
  state: 'done',
  on,
  due: null,
});

function dayOf({ events }: Told, type: string): IsoDate | null {
  const event = events.findLast((candidate) => candidate.type === type);
  return event ? shanghaiDate(event.at) : null;
}
