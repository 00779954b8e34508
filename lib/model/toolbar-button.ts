/** How the launcher is reached: by its hotkey, empty where it has none, and by its button, which may be out of sight. */
export interface ToolbarButton {
  readonly hotkey: string;
  readonly isInSight: boolean;
}
