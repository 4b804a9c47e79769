import type { StaffCommand } from '../../../domain/case/staff-commands.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useToast } from '../../ui/Toast.tsx';

/** Gives a command on a case; a short message when it is done. What was typed stays when it is refused. */
export function useAct(caseId: string) {
  const act = useCoreCommand('case.act');
  const toast = useToast();
  const run = async (command: StaffCommand, done: string): Promise<boolean> => {
    if (!(await act.run({ caseId, command }))) return false;
    toast({ text: done });
    return true;
  };
  return { run, pending: act.pending, failure: act.failure, reset: act.reset };
}
