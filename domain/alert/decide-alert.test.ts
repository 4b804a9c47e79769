import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event-envelope.ts';
import { testContext, testId, testTown } from '../testing/sample-application.ts';
import { alertActions } from './alert-actions.ts';
import { alertAggregate } from './alert-aggregate.ts';
import type { AlertCommand } from './alert-commands.ts';
import { AlertState, applyAlertEvent } from './alert-state.ts';
import { mayReadAlert } from './alert-rights.ts';
import { decideAlert } from './decide-alert.ts';
import type { Level } from './office.ts';
import {
  accept,
  after,
  assign,
  close,
  codeOf,
  desks,
  downToGrid,
  escalate,
  giveBack,
  link,
  otherTown,
  raise,
  report,
  staff,
  villageA,
  villageB,
} from './testing.ts';

const failureOf = (state: AlertState | null, command: AlertCommand, actor: Actor, today?: string) => {
  const decided = decideAlert(state, command, testContext(actor, today ?? '2026-09-25'));
  return decided.ok ? null : decided.failure;
};

describe('raising an alert', () => {
  it.each([
    ['monitoring', 'monitor', 'district'],
    ['grid', 'grid', 'village'],
    ['village', 'village', 'town'],
    ['hotline', 'clerk', 'town'],
    ['hotline', 'town', 'town'],
    ['hotline', 'townHead', 'town'],
    ['hotline', 'district', 'district'],
    ['hotline', 'districtHead', 'district'],
  ] as const)('%s by %s lies with the %s first', (source, who, level: Level) => {
    const state = after([raise({ source }), staff[who]]);
    expect(state.holder).toEqual(desks[level as 'village' | 'town' | 'district']);
    expect(state).toMatchObject({
      step: 'OPEN',
      placeCode: villageA,
      raisedOn: '2026-09-24',
      assigner: null,
    });
    expect(state.handOvers).toEqual([
      {
        kind: 'raised',
        from: null,
        to: state.holder,
        by: staff[who].accountId,
        on: '2026-09-24',
        note: '',
      },
    ]);
    expect(AlertState.parse(state)).toEqual(state);
  });

  it('each source belongs to its roles', () => {
    const allowed = (['monitoring', 'grid', 'village', 'hotline'] as const).map((source) =>
      Object.keys(staff).filter(
        (who) =>
          codeOf(null, raise({ source, placeCode: villageA }), staff[who as keyof typeof staff]) === 'ok',
      ),
    );
    expect(allowed).toEqual([
      ['monitor'],
      ['grid', 'grid2'],
      ['village', 'village2'],
      ['districtHead', 'district', 'townHead', 'town', 'clerk', 'clerk2'],
    ]);
  });

  it('is refused elsewhere, with an expired role, for a day ahead, and twice', () => {
    expect(codeOf(null, raise({ placeCode: otherTown }), staff.clerk)).toBe('case.notYourArea');
    expect(codeOf(null, raise(), { ...staff.clerk, until: '2026-09-24' })).toBe('case.roleExpired');
    expect(codeOf(null, raise(), { ...staff.clerk, until: '2026-09-25' })).toBe('ok');
    expect(codeOf(null, raise(), { ...staff.town, areaCode: '500107' })).toBe('case.notYourRole');
    expect(failureOf(null, raise({ seenOn: '2026-09-26' }), staff.clerk)).toEqual({
      code: 'alert.dayWrong',
      data: { from: null, until: '2026-09-25' },
    });
    expect(codeOf(null, raise({ seenOn: '2026-09-25' }), staff.clerk)).toBe('ok');
    expect(codeOf(after([raise(), staff.clerk]), raise(), staff.clerk)).toBe('alert.exists');
    expect(codeOf(null, accept, staff.clerk)).toBe('alert.notFound');
  });

  it('needs words that say something, a place of a town or village, a name and phone that are some', () => {
    const wrong = [
      raise({ seen: '  ' }),
      raise({ placeCode: '500107' }),
      raise({ placeCode: '50010700' }),
      raise({ placeCode: `${villageA}0` }),
      raise({ person: { name: '1', phone: null, address: '虚构路1号' } }),
      raise({ person: { name: null, phone: '12', address: '虚构路1号' } }),
      raise({ person: { name: null, phone: null, address: '' } }),
      raise({ person: { name: null, phone: null, address: '虚' } }),
    ];
    for (const command of wrong) expect(alertAggregate.command.safeParse(command).success).toBe(false);
    const bare = raise({ person: { name: null, phone: null, address: '桥洞' }, placeCode: testTown });
    expect(alertAggregate.command.safeParse(bare).success).toBe(true);
  });
});

describe('four levels linked: 区 → 镇街 → 村居 → 网格', () => {
  it('every hand-over down is on record, and each giver closes what it gave', () => {
    const state = after(...downToGrid, [report('noNeed'), staff.grid, '2026-09-25']);
    expect(state.handOvers.map(({ kind, from, to }) => [kind, from?.level ?? null, to.level])).toEqual([
      ['raised', null, 'district'],
      ['assigned', 'district', 'town'],
      ['assigned', 'town', 'village'],
      ['assigned', 'village', 'grid'],
      ['accepted', 'grid', 'grid'],
    ]);
    expect(state.handOvers.at(-2)).toMatchObject({ note: '请上门看看', by: staff.village.accountId });
    expect(state.followUps).toEqual([
      {
        by: staff.grid.accountId,
        on: '2026-09-25',
        visitedOn: '2026-09-25',
        findings: '老人在女儿家',
        result: 'noNeed',
      },
    ]);
    expect(state).toMatchObject({ step: 'REPORTED', assigner: desks.village, reportBy: '2026-09-30' });
    expect(codeOf(state, close, staff.grid)).toBe('case.notYourRole');
    for (const who of ['village', 'village2', 'town', 'townHead', 'district', 'districtHead'] as const)
      expect(codeOf(state, close, staff[who])).toBe('ok');
    expect(codeOf(state, close, staff.clerk)).toBe('case.notYourRole');
    const closed = after(
      ...downToGrid,
      [report(), staff.grid, '2026-09-25'],
      [close, staff.village, '2026-09-26'],
    );
    expect(closed.closed).toEqual({ by: staff.village.accountId, on: '2026-09-26', conclusion: '已跟进' });
    expect(closed.step).toBe('CLOSED');
  });

  it('only downwards, or to a named colleague, and only within the giver’s area', () => {
    const state = after([raise(), staff.town]);
    expect(codeOf(state, assign(desks.village), staff.town)).toBe('ok');
    expect(codeOf(state, assign(desks.gridPerson), staff.town)).toBe('ok');
    expect(codeOf(state, assign(desks.town), staff.town)).toBe('alert.assignDown');
    const colleague = { ...desks.town, accountId: staff.clerk.accountId };
    expect(codeOf(state, assign(colleague), staff.town)).toBe('ok');
    expect(codeOf(state, assign(desks.townB), staff.town)).toBe('case.notYourArea');
    expect(codeOf(state, assign(desks.district), staff.town)).toBe('case.notYourArea');
    expect(codeOf(state, assign(desks.townB), staff.district)).toBe('ok');
    expect(codeOf(state, assign(desks.district), staff.district)).toBe('alert.assignDown');
    expect(codeOf(state, assign(desks.village), staff.clerk)).toBe('case.notYourRole');
    expect(codeOf(state, assign(desks.gridPerson), staff.village)).toBe('case.notYourRole');
    const inVillage = after([raise({ source: 'grid' }), staff.grid]);
    const up = { ...desks.village, accountId: staff.village2.accountId };
    expect(codeOf(inVillage, assign(up), staff.village)).toBe('ok');
    expect(codeOf(inVillage, assign(desks.gridPerson), staff.grid)).toBe('case.notYourRole');
    expect(codeOf(after(...downToGrid), assign(desks.grid), staff.grid)).toBe('case.notYourRole');
  });

  it('the report is due today at the earliest', () => {
    const state = after([raise(), staff.town]);
    expect(failureOf(state, assign(desks.village, '2026-09-24'), staff.town)).toEqual({
      code: 'alert.dayWrong',
      data: { from: '2026-09-25', until: null },
    });
    expect(codeOf(state, assign(desks.village, '2026-09-25'), staff.town)).toBe('ok');
  });

  it('a desk elsewhere takes the place with it', () => {
    expect(after([raise(), staff.town], [assign(desks.villageB), staff.town]).placeCode).toBe(villageB);
    expect(after([raise(), staff.district], [assign(desks.townB), staff.district]).placeCode).toBe(otherTown);
    const inTown = after([raise({ placeCode: testTown }), staff.town], [assign(desks.grid), staff.town]);
    expect(alertAggregate.areaCodeOf(inTown)).toBe(villageA);
  });

  it('only the one named accepts; a desk’s own people accept what nobody is named for', () => {
    const named = after([raise(), staff.town], [assign(desks.gridPerson), staff.town]);
    expect(codeOf(named, accept, staff.grid)).toBe('ok');
    for (const who of ['grid2', 'village', 'town'] as const)
      expect(codeOf(named, accept, staff[who])).toBe('case.notYourRole');
    const desk = after([raise(), staff.town], [assign(desks.grid), staff.town]);
    expect(codeOf(desk, accept, staff.grid2)).toBe('ok');
    const atTown = after([raise(), staff.clerk]);
    expect(codeOf(atTown, accept, staff.clerk)).toBe('case.notYourRole');
    const clerkNamed = after(
      [raise(), staff.clerk],
      [assign({ ...desks.town, accountId: staff.clerk.accountId }), staff.town],
    );
    expect(codeOf(clerkNamed, accept, staff.clerk)).toBe('ok');
    expect(codeOf(clerkNamed, accept, staff.clerk2)).toBe('case.notYourRole');
    expect(codeOf(after(...downToGrid), accept, staff.grid)).toBe('alert.wrongStep');
  });

  it('only who accepted reports, with a visit between what was seen and today', () => {
    const state = after(...downToGrid);
    expect(codeOf(state, report('noNeed', '2026-09-23'), staff.grid)).toBe('alert.dayWrong');
    expect(failureOf(state, report('noNeed', '2026-09-26'), staff.grid)).toEqual({
      code: 'alert.dayWrong',
      data: { from: '2026-09-24', until: '2026-09-25' },
    });
    expect(codeOf(state, report('noNeed', '2026-09-24'), staff.grid)).toBe('ok');
    expect(codeOf(state, report('noNeed', '2026-09-25'), staff.grid)).toBe('ok');
    expect(codeOf(state, report(), staff.grid2)).toBe('case.notYourRole');
    const waiting = after([raise(), staff.town], [assign(desks.gridPerson), staff.town]);
    expect(codeOf(waiting, report(), staff.grid)).toBe('alert.wrongStep');
  });

  it('goes back to who gave it, with a reason, and waits there for somebody else', () => {
    const state = after(...downToGrid, [giveBack, staff.grid, '2026-09-28']);
    expect(state).toMatchObject({
      step: 'OPEN',
      holder: desks.village,
      assigner: null,
      reportBy: null,
      waitingSince: '2026-09-28',
    });
    expect(state.handOvers.at(-1)).toEqual({
      kind: 'returned',
      from: desks.gridPerson,
      to: desks.village,
      by: staff.grid.accountId,
      on: '2026-09-28',
      note: '不在本村',
    });
    expect(codeOf(state, giveBack, staff.village)).toBe('alert.wrongStep');
    expect(codeOf(after(...downToGrid), giveBack, staff.village)).toBe('case.notYourRole');
    const assigned = after([raise(), staff.town], [assign(desks.village), staff.town]);
    expect(codeOf(assigned, giveBack, staff.village2)).toBe('ok');
    const reported = after(...downToGrid, [report(), staff.grid, '2026-09-25']);
    expect(codeOf(reported, giveBack, staff.grid)).toBe('alert.wrongStep');
  });

  it('what a desk takes on itself comes back to the same desk', () => {
    const own = after([raise(), staff.clerk], [accept, staff.town]);
    expect(own).toMatchObject({ assigner: desks.town, holder: { accountId: staff.town.accountId } });
    expect(after([raise(), staff.clerk], [accept, staff.town], [giveBack, staff.town]).holder).toEqual(
      desks.town,
    );
  });
});

describe('going up when overdue (raised Thu 2026-09-24, due 2026-09-29)', () => {
  const open = after([raise({ source: 'grid' }), staff.grid]);

  it('is for the desk, those above and the district’s clock, from the day after', () => {
    expect(failureOf(open, escalate, staff.village, '2026-09-29')).toEqual({
      code: 'alert.notOverdue',
      data: { due: '2026-09-29' },
    });
    for (const who of ['village', 'clerk', 'town', 'district', 'monitor'] as const)
      expect(codeOf(open, escalate, staff[who], '2026-09-30')).toBe('ok');
    for (const who of ['grid', 'portal', 'admin'] as const)
      expect(codeOf(open, escalate, staff[who], '2026-09-30')).toBe('case.notYourRole');
    expect(codeOf(open, escalate, staff.townB, '2026-09-30')).toBe('case.notYourArea');
  });

  it('one level at a time, each with its own two days, never above the district', () => {
    const town = after([raise({ source: 'grid' }), staff.grid], [escalate, staff.monitor, '2026-09-30']);
    expect(town).toMatchObject({
      step: 'OPEN',
      holder: desks.town,
      waitingSince: '2026-09-30',
      assigner: null,
    });
    expect(town.handOvers.at(-1)).toMatchObject({ kind: 'escalated', from: desks.village, note: '超期' });
    expect(codeOf(town, escalate, staff.monitor, '2026-10-09')).toBe('alert.notOverdue');
    const district = after(
      [raise({ source: 'grid' }), staff.grid],
      [escalate, staff.monitor, '2026-09-30'],
      [escalate, staff.monitor, '2026-10-10'],
    );
    expect(district.holder).toEqual(desks.district);
    expect(codeOf(district, escalate, staff.monitor, '2026-12-01')).toBe('alert.topLevel');
  });

  it('not once it is reported or closed', () => {
    const reported = after(...downToGrid, [report(), staff.grid, '2026-09-25']);
    expect(codeOf(reported, escalate, staff.village, '2026-12-01')).toBe('alert.wrongStep');
    expect(codeOf(after(...downToGrid), escalate, staff.village, '2026-10-09')).toBe('ok');
  });
});

describe('what came of it', () => {
  const needy = [...downToGrid, [report('needHelp'), staff.grid, '2026-09-25']] as const;

  it('需要救助 is closed only with the application it led to', () => {
    expect(codeOf(after(...needy), close, staff.village)).toBe('alert.noApplication');
    const linked = after(...needy, [link, staff.clerk]);
    expect(linked.caseId).toBe(testId(5));
    expect(codeOf(linked, close, staff.village)).toBe('ok');
    for (const who of ['grid', 'monitor', 'portal', 'admin'] as const)
      expect(codeOf(after(...needy), link, staff[who])).toBe('case.notYourRole');
    expect(codeOf(after(...needy), link, staff.townB)).toBe('case.notYourArea');
    expect(codeOf(after(...downToGrid), link, staff.clerk)).toBe('alert.wrongStep');
    const helped = after(...downToGrid, [report('helpedOtherwise'), staff.grid, '2026-09-25']);
    expect(codeOf(helped, link, staff.clerk)).toBe('alert.noNeedFound');
    expect(codeOf(helped, close, staff.village)).toBe('ok');
  });

  it('is never closed without a follow-up, nor again after one was sent back', () => {
    expect(codeOf(after([raise(), staff.town]), close, staff.town)).toBe('alert.noFollowUp');
    expect(codeOf(after(...downToGrid), close, staff.village)).toBe('alert.noFollowUp');
    const again = after(
      ...downToGrid,
      [report(), staff.grid, '2026-09-25'],
      [assign(desks.gridPerson), staff.village, '2026-09-25'],
    );
    expect(again.step).toBe('ASSIGNED');
    expect(codeOf(again, close, staff.village)).toBe('alert.wrongStep');
    expect(codeOf(after([raise(), staff.town]), close, staff.village)).toBe('case.notYourRole');
  });

  it('is not closed by who went', () => {
    const own = after([raise(), staff.clerk], [accept, staff.town], [report(), staff.town, '2026-09-25']);
    expect(codeOf(own, close, staff.town)).toBe('alert.ownReport');
    expect(codeOf(own, close, staff.townHead)).toBe('ok');
  });

  it('is over then', () => {
    const over = after(
      ...downToGrid,
      [report(), staff.grid, '2026-09-25'],
      [close, staff.town, '2026-09-25'],
    );
    expect(alertAggregate.stepOf(over)).toBe('CLOSED');
    for (const command of [accept, assign(desks.grid), report(), giveBack, escalate, link, close])
      for (const who of Object.values(staff)) expect(codeOf(over, command, who)).not.toBe('ok');
    expect(codeOf(over, assign(desks.village), staff.town)).toBe('alert.wrongStep');
    expect(codeOf(over, close, staff.town)).toBe('alert.wrongStep');
  });
});

it('a refusal says what stands in the way', () => {
  const reported = after(...downToGrid, [report(), staff.grid, '2026-09-25']);
  const wrong = { code: 'alert.wrongStep', data: { step: 'REPORTED' } };
  expect(failureOf(reported, escalate, staff.village)).toEqual(wrong);
  const over = after(...downToGrid, [report(), staff.grid, '2026-09-25'], [close, staff.town, '2026-09-25']);
  expect(failureOf(over, assign(desks.village), staff.town)).toEqual({ ...wrong, data: { step: 'CLOSED' } });
  const open = after([raise(), staff.town]);
  expect(failureOf(open, assign(desks.townB), staff.town)).toEqual({
    code: 'case.notYourArea',
    data: { areaCode: otherTown },
  });
  // Given to a desk that did nothing with it: overdue all the same.
  const passed = after([raise(), staff.town], [assign(desks.village), staff.town]);
  expect(codeOf(passed, escalate, staff.village, '2026-09-30')).toBe('ok');
});

describe('who reads it', () => {
  it('the area; of the grid only who raised it, has it, or went', () => {
    const raised = after([raise({ source: 'grid' }), staff.grid]);
    const readers = (state: AlertState) =>
      Object.entries(staff).flatMap(([who, actor]) => (mayReadAlert(state, actor) ? [who] : []));
    const area = [
      ...['monitor', 'portal', 'admin', 'districtHead', 'district', 'townHead', 'town', 'clerk', 'clerk2'],
      ...['village', 'village2'],
    ];
    expect(readers(raised)).toEqual([...area, 'grid']);
    const given = after([raise(), staff.town], [assign(desks.grid), staff.town]);
    expect(readers(given)).toEqual([...area, 'grid', 'grid2']);
    const named = after([raise(), staff.town], [assign(desks.gridPerson), staff.town]);
    expect(readers(named)).toEqual([...area, 'grid']);
    const went = after(
      ...downToGrid,
      [report(), staff.grid, '2026-09-25'],
      [assign({ ...desks.village, accountId: staff.village.accountId }), staff.village2, '2026-09-25'],
    );
    expect(readers(went)).toEqual([...area, 'grid']);
  });

  it('is told what may be done now', () => {
    const may = (state: AlertState, who: Actor, today = '2026-09-25') =>
      alertActions(state, testContext(who, today));
    const open = after([raise(), staff.clerk]);
    expect(may(open, staff.town)).toEqual(['accept', 'assign']);
    expect(may(open, staff.clerk)).toEqual([]);
    expect(may(open, staff.clerk, '2026-09-30')).toEqual(['escalate']);
    expect(may(after(...downToGrid), staff.grid)).toEqual(['report', 'return']);
    const needy = after(...downToGrid, [report('needHelp'), staff.grid, '2026-09-25']);
    expect(may(needy, staff.village)).toEqual(['assign', 'linkCase']);
    expect(may(needy, staff.monitor)).toEqual([]);
    expect(may(needy, staff.townB)).toEqual([]);
    const done = after(...downToGrid, [report(), staff.grid, '2026-09-25']);
    expect(may(done, staff.village)).toEqual(['assign', 'close']);
  });
});

describe('a history no decision could have led to', () => {
  const open = after([raise(), staff.town]);
  const done = { by: testId(1), on: '2026-09-24' };

  it('is not folded', () => {
    const raisedEvent = decideAlert(null, raise(), testContext(staff.town, '2026-09-24'));
    if (!raisedEvent.ok) throw new Error('refused');
    expect(() => applyAlertEvent(open, raisedEvent.value[0]!)).toThrow('twice');
    const closed = { type: 'alert.closed', data: { ...done, conclusion: '-' } } as const;
    expect(() => applyAlertEvent(null, closed)).toThrow('before alert.raised');
    const over = applyAlertEvent(open, closed);
    expect(() => applyAlertEvent(over, closed)).toThrow('after alert.closed');
  });

  it('the stream says who it is', () => {
    expect(alertAggregate).toMatchObject({ streamType: 'alert' });
    expect(alertAggregate.confidential(open)).toBe(false);
    expect(alertAggregate.ownerOf?.(open)).toBeNull();
    expect(alertAggregate.ownerOf?.(after(...downToGrid))).toBe(staff.grid.accountId);
  });
});
