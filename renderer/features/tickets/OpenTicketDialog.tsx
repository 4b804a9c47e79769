import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCoreCommand } from '../../core-query.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { optionsOf } from '../../words/options-of.ts';
import { channelNames, ticketKindNames } from '../../words/ticket-words.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import { placeOptions } from '../records/desk-options.ts';
import { useDesks } from '../records/use-desks.ts';
import { AskerFields } from './AskerFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { ownerOf, ownerOptions, staffOf, staffOptions, wholeDistrict } from './owner-options.ts';
import { emptyForm, formProblems, openCommand, type TicketForm } from './ticket-form.ts';

const yesNo = { no: '不用', yes: '要保密' } as const;

/** What somebody asks or complains about, who answers for it and by when. */
export function OpenTicketDialog({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const today = useToday();
  const toast = useToast();
  const navigate = useNavigate();
  const { towns, colleagues } = useDesks();
  const act = useCoreCommand('ticket.act');
  const [form, setForm] = useState(() =>
    emptyForm(today, account.areaCode.length > 6 ? account.areaCode : ''),
  );
  const set = (change: Partial<TicketForm>): void => setForm((before) => ({ ...before, ...change }));
  const about = form.kind === 'complaint' ? staffOf(colleagues, form.about) : null;
  const owners = ownerOptions(colleagues, form.place, about, form.confidential === 'yes');
  const ownerId = owners.some(({ value }) => value === form.ownerId) ? form.ownerId : '';
  const problems = formProblems(form, today);
  const command = openCommand(form, today, ownerOf(colleagues, ownerId), about);
  const send = async (): Promise<void> => {
    const done = command && (await act.run({ ticketId: null, command }));
    if (!done || !command) return;
    toast({ text: '已登记' });
    // Whoever writes a confidential one down does not read it afterwards, unless it is theirs.
    if (!command.confidential && !command.about) void navigate(`/tickets/${done.output.ticketId}`);
    onClose();
  };
  return (
    <ActDialog
      wide
      title="登记诉求"
      confirmLabel="登记"
      ready={command !== null}
      pending={act.pending}
      failure={act.failure}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <BigChoice
        label="是什么"
        choices={optionsOf(ticketKindNames)}
        value={form.kind}
        onChange={(kind) => set({ kind })}
        autoFocus
      />
      <BigChoice
        label="怎么来的"
        choices={optionsOf(channelNames)}
        value={form.channel}
        onChange={(channel) => set({ channel })}
      />
      <TextInput
        label="反映了什么"
        value={form.what}
        onChange={(what) => set({ what })}
        maxLength={2000}
        multiline
      />
      <FieldGrid min={330}>
        <DateField
          label="哪天收到"
          value={form.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
          error={problems.receivedOn}
        />
        <PickField
          label="哪个地方的事"
          options={[...wholeDistrict(account), ...placeOptions(towns, account)]}
          value={form.place}
          onChange={(place) => set({ place })}
        />
        <AskerFields form={form} today={today} onChange={set} />
      </FieldGrid>
      {form.kind === 'complaint' && (
        <PickField
          label="反映哪位工作人员（不是反映工作人员可以不填）"
          options={staffOptions(account, towns, colleagues)}
          value={form.about}
          onChange={(value) => set({ about: value })}
        />
      )}
      {about ? (
        <Alert severity="info" variant="outlined">
          反映工作人员的诉求自动保密，本人和他所在的单位不能负责，也看不到。
        </Alert>
      ) : (
        <BigChoice
          label="要不要保密"
          hint="保密的只有镇街负责人和区里能看、能负责，登记的人以后也看不到"
          choices={optionsOf(yesNo)}
          value={form.confidential}
          onChange={(confidential) => set({ confidential })}
        />
      )}
      <PickField
        label="谁负责答复"
        hint={form.place === '' ? '请先选哪个地方的事' : undefined}
        options={owners}
        value={ownerId}
        onChange={(value) => set({ ownerId: value })}
      />
      <LimitFields form={form} problem={problems.days} onChange={set} />
    </ActDialog>
  );
}
