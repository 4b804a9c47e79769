import type { Dossier } from '../../../../contract/views.ts';
import type { PersonForm } from '../../../../domain/application/person.ts';
import { useCoreQuery } from '../../../core-query.ts';
import { useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { FieldGrid, Wide } from '../../../ui/FieldGrid.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { optionsOf } from '../../../words/options-of.ts';
import { relationNames } from '../../../words/person-names.ts';
import { CapacityFields } from '../../identity/CapacityFields.tsx';
import { HealthFields } from '../../identity/HealthFields.tsx';
import { IdentityFields } from '../../identity/IdentityFields.tsx';
import { typed } from '../../identity/person-edit.ts';
import { membersThen, mustSignNow, successors, type AmendDraft } from './amend-draft.ts';
import { leftWords, type LeftBecause } from './amend-words.ts';
import { AuthorizationField } from './AuthorizationField.tsx';
import { signedFacts } from './sections-of.ts';

export interface AmendPartProps {
  dossier: Dossier;
  draft: AmendDraft;
  onChange: (part: Partial<AmendDraft>) => void;
}

const relations = optionsOf(relationNames).filter(({ value }) => value !== 'self');
const because = optionsOf(leftWords);

/** Who joins: the fields of any member, then the signature. */
export function MemberAddedFields({ dossier, draft, onChange }: AmendPartProps) {
  const { person } = draft;
  // The text that was signed names this person: changed, it has to be read and signed again.
  const change = (next: PersonForm): void => onChange({ person: next, signature: null });
  return (
    <>
      <FieldGrid>
        <PickField
          label="是申请人的"
          options={relations}
          value={person.relation}
          onChange={(value) => value && change(typed(person, { relation: value as PersonForm['relation'] }))}
        />
        <IdentityFields person={person} onChange={change} />
        <Wide>
          <TextInput
            label="住址"
            hint="已填申请人的住址"
            value={person.address}
            onChange={(address) => change(typed(person, { address }))}
            maxLength={120}
          />
        </Wide>
      </FieldGrid>
      <FieldGrid min={400}>
        <HealthFields person={person} onChange={change} />
        <CapacityFields person={person} others={dossier.application.members} onChange={change} />
      </FieldGrid>
      <Authorization dossier={dossier} draft={draft} onChange={onChange} />
    </>
  );
}

export function MemberLeftFields({ dossier, draft, onChange }: AmendPartProps) {
  const others = dossier.application.members.slice(1);
  return (
    <>
      <BigChoice
        label="哪一位"
        choices={others.map(({ id, name, relation }) => ({
          value: id,
          label: name,
          hint: relationNames[relation],
        }))}
        value={draft.memberId || null}
        onChange={(memberId) => onChange({ memberId })}
      />
      <Because draft={draft} label="为什么" onChange={onChange} />
    </>
  );
}

export function ApplicantReplacedFields({ dossier, draft, onChange }: AmendPartProps) {
  const today = useToday();
  const choices = successors(dossier, today).map(({ id, name, relation }) => ({
    ...{ value: id, label: name },
    hint: relationNames[relation],
  }));
  const applicant = dossier.summary.applicantName;
  return (
    <>
      <BigChoice
        label="换成谁"
        choices={choices}
        value={draft.memberId || null}
        onChange={(memberId) => onChange({ memberId, signature: null })}
        {...(choices.length === 0
          ? { error: '家里没有能自己办理的成年人。请终止这件，由监护人另外申请。' }
          : {})}
      />
      <Because
        draft={draft}
        label={`${applicant}为什么不再申请`}
        hint="去世、搬走的不再算这一户的人；其他原因的仍然是家庭成员"
        onChange={onChange}
      />
      {mustSignNow(draft, dossier) && <Authorization dossier={dossier} draft={draft} onChange={onChange} />}
    </>
  );
}

interface BecauseProps extends Pick<AmendPartProps, 'draft' | 'onChange'> {
  label: string;
  hint?: string;
}

function Because({ draft, label, hint, onChange }: BecauseProps) {
  return (
    <BigChoice<LeftBecause>
      label={label}
      choices={because}
      value={draft.because}
      onChange={(value) => onChange({ because: value, signature: null })}
      {...(hint ? { hint } : {})}
    />
  );
}

/** Shown once it is clear who signs and what the household will be. */
function Authorization({ dossier, draft, onChange }: AmendPartProps) {
  const then = membersThen(draft, dossier);
  const id = draft.change === 'memberAdded' ? draft.person.id : draft.memberId;
  const member = then?.find((one) => one.id === id);
  if (!then || !member) return null;
  return (
    <AuthorizationField
      caseId={dossier.summary.id}
      facts={signedFacts(dossier.application, then)}
      member={member}
      value={draft.signature}
      onChange={(signature) => onChange({ signature })}
    />
  );
}

export function VillageFields({ dossier, draft, onChange }: AmendPartProps) {
  const places = useCoreQuery('places.list', {}, { staleTime: Infinity });
  const town = places.data?.towns.find(({ code }) => code === dossier.townCode);
  const villages = (town?.villages ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <PickField
      label="现在的村（社区）"
      hint={town ? `属于${town.name}` : undefined}
      options={villages}
      value={draft.villageCode}
      onChange={(villageCode) => onChange({ villageCode })}
    />
  );
}
