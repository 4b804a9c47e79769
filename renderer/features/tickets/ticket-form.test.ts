import { describe, expect, it } from 'vitest';
import { TicketCommand } from '../../../domain/ticket/ticket-commands.ts';
import { named, staff } from '../../../domain/ticket/testing.ts';
import { emptyForm, formProblems, openCommand, type TicketForm } from './ticket-form.ts';

const today = '2026-03-10';
const owner = named(staff.town);
const form = (over: Partial<TicketForm> = {}): TicketForm => ({
  ...emptyForm(today, '500107001'),
  what: ' 低保什么时候发 ',
  ...over,
});

describe('the form of a ticket', () => {
  it('makes a command that the contract takes, with what was typed in its stored form', () => {
    const given = form({ name: ' 李虚构 ', phone: '138 0000 0000', days: '3', daysSource: '区政府交办' });
    const command = openCommand(given, today, owner, null);
    expect(TicketCommand.parse(command)).toMatchObject({
      person: { name: '李虚构', phone: '13800000000', address: null },
      ...{ what: '低保什么时候发', confidential: false },
      limit: { workingDays: 3, source: '区政府交办' },
    });
    expect(openCommand(form(), today, owner, null)).toMatchObject({
      person: { name: null, phone: null, address: null },
      limit: null,
    });
  });

  it.each([
    ['what', { what: ' ' }],
    ['place', { place: '' }],
    ['day ahead', { receivedOn: '2026-03-11' }],
    ['no day', { receivedOn: '2026-02-30' }],
    ['name', { name: '1' }],
    ['phone', { phone: '12' }],
    ['address', { address: '虚' }],
    ['days', { days: '61', daysSource: '区政府交办' }],
    ['source', { days: '6', daysSource: '' }],
  ] as const)('waits while wrong or missing: %s', (_what, over) => {
    expect(openCommand(form(over), today, owner, null)).toBeNull();
  });

  it('waits for an owner, and says what is wrong in words', () => {
    expect(openCommand(form(), today, null, null)).toBeNull();
    expect(
      formProblems(form({ name: '1', phone: '12', days: 'x', receivedOn: '2026-03-11' }), today),
    ).toEqual({
      name: '姓名里有不能用的符号或数字',
      phone: '电话不对，手机 11 位，座机要带区号',
      receivedOn: '请选今天或以前的日子',
      days: '请写 1 到 60 的整数',
    });
    expect(Object.values(formProblems(form(), today)).every((problem) => problem === null)).toBe(true);
  });
});
