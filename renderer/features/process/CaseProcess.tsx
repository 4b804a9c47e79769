import type { AnyFailure } from '../../../contract/failures.ts';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import { useAccount } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ProvideSupplement } from '../supplement/ProvideSupplement.tsx';
import { ProcessPanel } from './ProcessPanel.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView | null;
  /** Why what may be done is not known. */
  failure: AnyFailure | null;
  onChanged: () => void;
}

/** What may be done with the case now; the papers for an open notice stand first, the resident is waiting. */
export function CaseProcess({ dossier, process, failure, onChanged }: Props) {
  const { role } = useAccount();
  return (
    <>
      {role === 'windowClerk' && dossier.summary.step === 'SUPPLEMENT' && (
        <ProvideSupplement dossier={dossier} onChanged={onChanged} />
      )}
      <ErrorNotice failure={failure} onRetry={onChanged} />
      {process && <ProcessPanel dossier={dossier} process={process} onChanged={onChanged} />}
    </>
  );
}
