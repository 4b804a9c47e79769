import Box from '@mui/material/Box';
import { useState } from 'react';
import type { DraftView } from '../../../contract/views.ts';
import { useToday } from '../../session/status.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { materialRows, type MaterialRow } from './material-rows.ts';
import { SlotList } from './SlotList.tsx';
import { SlotPane } from './SlotPane.tsx';
import { usePages } from './use-pages.ts';

export interface StepProps {
  draft: DraftView;
  /** Asks for the draft anew, after something was added to it. */
  refresh: () => void;
}

/** The paper material: what is asked, what is there, and taking it. */
export function MaterialsStep({ draft, refresh }: StepProps) {
  const rows = materialRows(draft, useToday());
  const pages = usePages(draft, refresh);
  // kept once chosen: a row that has just got its page must not jump away under the hand
  const [chosen, setChosen] = useState(() => (rows.find(({ state }) => state === 'missing') ?? rows[0])?.key);
  const row = rows.find(({ key }) => key === chosen) ?? rows[0];

  const move = (pageId: string, to: MaterialRow): void => {
    if (!draft.evidence.pages.some(({ id }) => id === pageId) || to.pages.some(({ id }) => id === pageId))
      return;
    setChosen(to.key);
    void pages.arrange(to, [...to.pages.map(({ id }) => id), pageId]);
  };
  return (
    <StepPage path="materials" title="材料" why="只收办理必需的材料，能从系统里查到的不用带。">
      {row ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: '240px minmax(0, 1fr)', gap: 3 }}>
          <SlotList rows={rows} currentKey={row.key} onOpen={setChosen} onDropPage={move} />
          <SlotPane key={row.key} draftId={draft.id} row={row} rows={rows} pages={pages} onMove={move} />
        </Box>
      ) : (
        <EmptyState title="先填身份" how="填好“身份”后，这里会列出要带的材料。" />
      )}
    </StepPage>
  );
}
