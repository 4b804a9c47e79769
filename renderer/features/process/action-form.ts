import type { Dossier } from '../../../contract/views.ts';
import type { CaseAction, ProcessView } from '../../../contract/views/process.ts';

/** What every form of a step gets; `onClose(true)` when the case has changed. */
export interface ActionFormProps {
  dossier: Dossier;
  process: ProcessView;
  action: CaseAction;
  onClose: (changed: boolean) => void;
}
