import { type Answer, missing, wrong } from "../answer.js";
import { given, type Identifiers } from "../lookup.js";

/** Operations that know an endpoint by exactly one of MSISDN, IMSI and endpoint id, and never by ICCID. */
export function identifierRefusal(ids: Identifiers): Answer | null {
  const [name, second] = given(ids);
  if (!name) return missing("msisdn/imsi/endPointId");
  return second ? wrong(second) : null;
}
