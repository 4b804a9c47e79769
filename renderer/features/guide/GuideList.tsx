import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { GuideHit } from '../../../domain/guide/search-guide.ts';

interface Props {
  hits: readonly GuideHit[];
  currentId: string | undefined;
  /** Whether each line says whom it is for. */
  sayAudience: boolean;
}

const audienceNames = { resident: '给居民', clerk: '给经办', both: '都适用' } as const;

/** Titles with the place where the search was found; one link a line. */
export function GuideList({ hits, currentId, sayAudience }: Props) {
  return (
    <Box component="nav" aria-label="指南目录">
      <List disablePadding sx={{ display: 'grid', gap: 1 }}>
        {hits.map(({ article, excerpt }) => (
          <ListItem key={article.id} disablePadding>
            <ListItemButton
              component={Link}
              to={`/guide/${article.id}`}
              selected={article.id === currentId}
              aria-current={article.id === currentId ? 'page' : undefined}
              sx={{
                display: 'block',
                minHeight: 60,
                py: 1,
                bgcolor: 'background.paper',
                border: 1,
                borderLeft: 4,
                borderRadius: 1,
                borderColor: 'divider',
                borderLeftColor: article.id === currentId ? 'primary.main' : 'divider',
              }}
            >
              <Typography sx={{ fontWeight: 600 }}>{article.title}</Typography>
              <Typography color="textSecondary">
                {sayAudience && article.updatedOn && `${audienceNames[article.audience]} · `}
                {excerpt}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
