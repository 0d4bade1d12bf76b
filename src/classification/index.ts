export {
  type EconomicScheme,
  economicCodesByName,
  economicName,
  economicNames,
  isKnownEconomicCode,
  sameEconomicName,
} from "./economic.js";
export {
  functionalClassByName,
  functionalCodesByName,
  functionalName,
  functionalNames,
  isKnownFunctionalCode,
  sameFunctionalName,
} from "./functional.js";
export { neighboursInNames, neighboursOf } from "./vocabulary.js";
