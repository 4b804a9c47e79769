import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AlertSource } from '../../../domain/alert/alert-values.ts';
import type { Role } from '../../../domain/log/event-envelope.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { parsePersonName } from '../../../domain/values/person-name.ts';
import { parsePhone } from '../../../domain/values/phone.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { problemWords } from '../../words/field-problems.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import { placeOptions } from '../records/desk-options.ts';
import { useDesks } from '../records/use-desks.ts';

const sourceOf = (role: Role): AlertSource => (role === 'grid' || role === 'village' ? role : 'hotline');

/** Somebody may be in need: what was seen, where, and as much as is known of the person. */
export function RaiseAlertDialog({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const today = useToday();
  const toast = useToast();
  const navigate = useNavigate();
  const { towns } = useDesks();
  const act = useCoreCommand('alert.act');
  const own = account.areaCode.length === 12 ? account.areaCode : '';
  const [form, setForm] = useState({ seenOn: today, seen: '', address: '', name: '', phone: '', place: own });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { seenOn, seen, address, place } = form;
  const name = form.name.trim() === '' ? null : parsePersonName(form.name);
  const phone = form.phone.trim() === '' ? null : parsePhone(form.phone);
  const dateError = isIsoDate(seenOn) && seenOn > today ? '请选今天或以前的日子' : null;
  const fits = name?.ok !== false && phone?.ok !== false && isIsoDate(seenOn) && !dateError;
  const ready = fits && seen.trim() !== '' && address.trim().length >= 2 && place !== '';
  const send = async (): Promise<void> => {
    const person = {
      name: name?.ok ? name.value : null,
      phone: phone?.ok ? phone.value : null,
      address: address.trim(),
    };
    const about = { seen: seen.trim(), person, placeCode: place, seenOn };
    const done = await act.run({
      alertId: null,
      command: { type: 'raise', source: sourceOf(account.role), ...about },
    });
    if (!done) return;
    toast({ text: '已登记，2个工作日内交办跟进' });
    void navigate(`/alerts/${done.output.alertId}`);
    onClose();
  };
  return (
    <ActDialog
      wide
      title="登记预警"
      confirmLabel="登记"
      ready={ready}
      pending={act.pending}
      failure={act.failure}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <TextInput
        label="发现了什么"
        hint="例如：独居老人三天没有出门，邻居担心"
        value={seen}
        onChange={(text) => set({ seen: text })}
        maxLength={1000}
        multiline
        autoFocus
      />
      <FieldGrid min={330}>
        <DateField
          label="哪天发现的"
          value={seenOn}
          onChange={(day) => set({ seenOn: day })}
          error={dateError}
        />
        {own === '' && (
          <PickField
            label="在哪个村（居）"
            options={placeOptions(towns, account)}
            value={place}
            onChange={(code) => set({ place: code })}
          />
        )}
        <TextInput
          label="住在哪里"
          value={address}
          onChange={(text) => set({ address: text })}
          maxLength={200}
        />
        <TextInput
          label="姓名（不知道可以不填）"
          value={form.name}
          onChange={(text) => set({ name: text })}
          maxLength={50}
          error={name?.ok === false ? problemWords(name.failure.code) : null}
        />
        <TextInput
          label="电话（不知道可以不填）"
          value={form.phone}
          onChange={(text) => set({ phone: text })}
          maxLength={20}
          inputMode="tel"
          error={phone?.ok === false ? problemWords(phone.failure.code) : null}
        />
      </FieldGrid>
    </ActDialog>
  );
}
