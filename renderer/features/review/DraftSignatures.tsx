import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Signature } from '../../../domain/application/evidence.ts';
import { momentWords } from '../../words/moment-words.ts';
import { StrokesPicture } from './StrokesPicture.tsx';
import type { Names } from './statement-answers.ts';

/** One line for each member: signed by whom and when, or still waiting. */
export function DraftSignatures({ people, signatures }: { people: Names; signatures: readonly Signature[] }) {
  return (
    <Box component="ul" aria-label="谁签了字" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {people.map((person) => {
        const signature = signatures.find(({ memberId }) => memberId === person.id);
        return (
          <Box
            component="li"
            key={person.id}
            sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 0.5, minHeight: 44 }}
          >
            <Typography sx={{ minWidth: 120 }}>{person.name || '还没写姓名的人'}</Typography>
            {signature ? (
              <>
                <StrokesPicture strokes={signature.strokes} label={`${person.name}的签字`} />
                <span>{signedWords(signature, people)}</span>
              </>
            ) : (
              <Typography color="warning">还没有签字</Typography>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

export function signedWords({ role, signerId, at }: Signature, people: Names): string {
  const signer = people.find(({ id }) => id === signerId)?.name ?? '';
  return `${role === 'guardian' ? `监护人${signer}代签` : '本人签字'}，${momentWords(at)}`;
}
