import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { materialsToBring } from '../../../domain/application/facts.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import type { DraftView } from '../../../contract/views.ts';
import { callOrThrow } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { PageThumb } from '../dossier/PageThumb.tsx';
import { materialTitle } from './material-words.ts';

/** Every material asked for, with how many pages there are and a small picture of each. */
export function DraftDocuments({ draft }: { draft: DraftView }) {
  const today = useToday();
  const people = [...peopleOf(draft.sections), ...draft.sections.supporters.people];
  const { pages } = draft.evidence;
  const hasAgent = draft.sections.agent.has === true && draft.sections.agent.kind === 'person';
  const asked = materialsToBring(
    draft.kind,
    peopleOf(draft.sections),
    hasAgent,
    draft.verifiable,
    today,
    draft.sections,
  );
  const wanted = asked.map(({ slot, memberId }) => ({ slot: slot as string, memberId: memberId ?? null }));
  const others = pages.filter((p) => !wanted.some((w) => w.slot === p.slot && w.memberId === p.memberId));
  const extra = [...Map.groupBy(others, ({ slot, memberId }) => `${slot} ${memberId}`).values()];
  const lines = [...wanted, ...extra.flatMap(([first]) => (first ? [first] : []))];
  return (
    <Box component="ul" aria-label="交了哪些材料" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map(({ slot, memberId }) => {
        const own = pages
          .filter((page) => page.slot === slot && page.memberId === memberId)
          .toSorted((a, b) => a.order - b.order);
        const title = materialTitle(slot, memberId, people);
        return (
          <Box
            component="li"
            key={`${slot} ${memberId}`}
            sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 0.5, minHeight: 44, flexWrap: 'wrap' }}
          >
            <Typography sx={{ minWidth: 240 }}>{title}</Typography>
            <Typography color={own.length > 0 ? 'textPrimary' : 'warning'} sx={{ minWidth: 56 }}>
              {own.length > 0 ? `${own.length} 页` : '还没有'}
            </Typography>
            {own.map((page, index) => (
              <DraftThumb key={page.id} draftId={draft.id} page={page} label={`${title}第 ${index + 1} 页`} />
            ))}
          </Box>
        );
      })}
    </Box>
  );
}

function DraftThumb({ draftId, page, label }: { draftId: string; page: DraftPage; label: string }) {
  const query = useQuery({
    queryKey: ['page.read', page.digest],
    queryFn: async () => (await callOrThrow('page.read', { draftId, pageId: page.id })).binary ?? null,
    // The bytes of a digest never change.
    staleTime: Infinity,
    gcTime: 60_000,
    enabled: page.mime !== 'application/pdf',
  });
  return <PageThumb mime={page.mime} bytes={query.data ?? null} damaged={query.isError} label={label} />;
}
