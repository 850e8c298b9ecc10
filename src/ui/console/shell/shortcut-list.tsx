import { Dialog } from '../parts/dialog.tsx'
import { shortcuts } from '../shortcuts.ts'
import { t } from '../texts/shared.ts'

/** What `?` shows. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <dl class="shortcut-list">
        {shortcuts.value.map(({ keys, about }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
