import type { Dossier } from '../../../contract/views.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useAccount } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ProvideSupplement } from '../supplement/ProvideSupplement.tsx';
import { ProcessPanel } from './ProcessPanel.tsx';

interface Props {
  dossier: Dossier;
  onChanged: () => void;
}

/** What may be done with the case now; the papers for an open notice stand first, the resident is waiting. */
export function CaseProcess({ dossier, onChanged }: Props) {
  const { role } = useAccount();
  const { id, step } = dossier.summary;
  const query = useCoreQuery('case.process', { caseId: id });
  const changed = (): void => {
    void query.refetch();
    onChanged();
  };
  return (
    <>
      {role === 'windowClerk' && step === 'SUPPLEMENT' && (
        <ProvideSupplement dossier={dossier} onChanged={changed} />
      )}
      <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
      {query.data && <ProcessPanel dossier={dossier} process={query.data.process} onChanged={changed} />}
    </>
  );
}
