import type { TicketCommandOf } from '../../../domain/ticket/ticket-commands.ts';
import { ticketLimits, type TicketKind, type TicketLimit } from '../../../domain/ticket/ticket-limits.ts';
import type { AboutStaff, NamedOwner, TicketChannel } from '../../../domain/ticket/ticket-values.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { parsePersonName } from '../../../domain/values/person-name.ts';
import { parsePhone } from '../../../domain/values/phone.ts';
import { problemWords } from '../../words/field-problems.ts';

/** What was typed so far. */
export interface TicketForm {
  kind: TicketKind;
  channel: TicketChannel;
  receivedOn: string;
  name: string;
  phone: string;
  address: string;
  what: string;
  place: string;
  /** Of `staffOptions`. */
  about: string;
  confidential: 'yes' | 'no';
  ownerId: string;
  /** Empty: the default of the kind. */
  days: string;
  daysSource: string;
}

export const emptyForm = (today: string, place: string): TicketForm => ({
  ...{ kind: 'hotline', channel: 'phone', receivedOn: today, place, ownerId: '', about: '' },
  ...{ name: '', phone: '', address: '', what: '', confidential: 'no', days: '', daysSource: '' },
});

const typed = <T>(text: string, parse: (text: string) => T): T | null =>
  text.trim() === '' ? null : parse(text);

/** What is wrong with what was typed, by field, in words; empty fields are not wrong yet. */
export function formProblems(form: TicketForm, today: string) {
  const name = typed(form.name, parsePersonName);
  const phone = typed(form.phone, parsePhone);
  const late = isIsoDate(form.receivedOn) && form.receivedOn > today;
  const days = Number(form.days);
  const fits = form.days.trim() === '' || (Number.isInteger(days) && days >= 1 && days <= 60);
  return {
    name: name?.ok === false ? problemWords(name.failure.code) : null,
    phone: phone?.ok === false ? problemWords(phone.failure.code) : null,
    receivedOn: late ? '请选今天或以前的日子' : null,
    days: fits ? null : '请写 1 到 60 的整数',
  };
}

function limitOf({ days, daysSource }: TicketForm): TicketLimit | null {
  return days.trim() === '' ? null : { workingDays: Number(days), source: daysSource.trim() };
}

/** 默认 5 个工作日 and where it comes from. */
export const defaultLimit = (kind: TicketKind): TicketLimit => ticketLimits.kinds[kind];

/** The command of a form that is complete; null until it is. */
export function openCommand(
  form: TicketForm,
  today: string,
  owner: NamedOwner | null,
  about: AboutStaff | null,
): TicketCommandOf<'open'> | null {
  const { kind, channel, receivedOn, place, what, confidential } = form;
  if (Object.values(formProblems(form, today)).some((problem) => problem !== null)) return null;
  if (!isIsoDate(receivedOn) || what.trim() === '' || place === '' || !owner) return null;
  if (form.days.trim() !== '' && form.daysSource.trim().length < 2) return null;
  const name = typed(form.name, parsePersonName);
  const phone = typed(form.phone, parsePhone);
  const address = form.address.trim();
  if (address.length === 1) return null;
  const person = {
    name: name?.ok ? name.value : null,
    phone: phone?.ok ? phone.value : null,
    address: address === '' ? null : address,
  };
  return {
    ...{ type: 'open', kind, channel, receivedOn, person, what: what.trim(), placeCode: place, about, owner },
    confidential: confidential === 'yes',
    limit: limitOf(form),
  };
}
