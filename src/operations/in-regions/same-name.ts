import type { NameChoice } from '../../inputs/request.ts';
import { chosenName, type NewPairStep } from '../new-pair.ts';

/** The choice of one name for all Regions: one that is to be generated is generated once. */
export function sameName(name: NameChoice, step: NewPairStep): NameChoice {
  return 'exact' in name ? name : { ...name, generated: chosenName(name, step) };
}
