export {
  ButtonHarness,
  CheckHarness,
  FieldHarness,
  SegmentedHarness,
  SelectHarness,
  TabsHarness,
  type NamedFilters,
} from './control-harnesses';
export {
  CodeEditorHarness,
  DataTreeHarness,
  DialogHarness,
  MenuHarness,
  TableHarness,
  ToastsHarness,
} from './panel-harnesses';
export { loadOverlays } from '../overlay/overlays';
export { show, type Shown } from './host';
