import { greenTea } from './models/green-tea.ts';
import { honey } from './models/honey.ts';
import { infantGarment } from './models/infant-garment.ts';
import { medicalMask } from './models/medical-mask.ts';
import { oliveOil } from './models/olive-oil.ts';
import { plasticFoodBox } from './models/plastic-food-box.ts';
import { powerBank } from './models/power-bank.ts';
import { rice } from './models/rice.ts';
import { usbCharger } from './models/usb-charger.ts';
import type { SeedModel } from './types.ts';

/** In the order in which they are published. */
export const qualityModels: readonly SeedModel[] = [
  rice,
  greenTea,
  honey,
  oliveOil,
  medicalMask,
  infantGarment,
  plasticFoodBox,
  powerBank,
  usbCharger,
];
