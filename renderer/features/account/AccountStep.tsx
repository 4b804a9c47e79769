import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import type { AccountForm } from '../../../domain/application/kind-forms.ts';
import { parseBankAccount } from '../../../domain/values/bank-account.ts';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { problemWords } from '../../words/field-problems.ts';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';

/** Where the money goes. A number that fails the card's own check is only pointed out: passbooks do not follow it. */
export function AccountStep() {
  const { draft, edit } = useDraft();
  const { account, identity } = draft.sections;
  const save = (change: Partial<AccountForm>): void =>
    edit({ section: 'account', value: { ...account, ...change } });
  const parsed = account.number.trim() ? parseBankAccount(account.number) : null;
  const doubtful = parsed?.ok && parsed.value.warnings.length > 0;
  const applicant = identity?.name.trim() ?? '';
  return (
    <StepPage path="account" title="收款账户" why="救助金打到这个账户，最好是申请人本人的。">
      <FieldGrid min={280}>
        <Box>
          <TextInput
            label="户名"
            value={account.holder}
            onChange={(holder) => save({ holder })}
            maxLength={60}
            autoFocus
          />
          {applicant && account.holder !== applicant && (
            <Button onClick={() => save({ holder: applicant })}>就写申请人：{applicant}</Button>
          )}
        </Box>
        <TextInput
          label="开户银行"
          hint="例如 某某银行某某支行"
          value={account.bank}
          onChange={(bank) => save({ bank })}
          maxLength={60}
        />
        <TextInput
          label="账号或卡号"
          value={account.number}
          error={parsed && !parsed.ok ? problemWords(parsed.failure.code) : null}
          hint={
            doubtful
              ? '号码和一般银行卡的规律对不上，请再核对一遍；存折号可以不管'
              : '照着卡或存折抄，可以带空格'
          }
          onChange={(number) => save({ number })}
          inputMode="numeric"
          maxLength={40}
        />
      </FieldGrid>
    </StepPage>
  );
}
