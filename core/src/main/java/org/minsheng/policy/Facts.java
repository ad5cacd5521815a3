package org.minsheng.policy;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy may ask about a claim besides its amounts and dates. Codes are those of the national platform; a pack
 * gives them names.
 *
 * @param scheme kind of insurance, {@code insutype} (险种): 310 employees, 390 residents, 410 long-term care
 * @param personType {@code psn_type} (人员类别) of the insured spell on the deciding date; null when there is none
 * @param treatment {@code med_type} (医疗类别): 11 outpatient, 14 chronic, 21 inpatient, 41 pharmacy …
 * @param tier level of the institution (医院等级): 1, 2, 3; empty or null where it has none
 * @param referral whether and how the person went elsewhere (异地备案、转诊): local, filed, referred, unfiled
 * @param further other facts a pack may declare, such as {@code place} (where several places' rules are one pack); usually empty
 */
public record Facts(
        String scheme, String personType, String treatment, String tier, String referral, Map<String, String> further) {
    public Facts {
        further = Map.copyOf(further);
    }

    public Facts(String scheme, String personType, String treatment, String tier, String referral) {
        this(scheme, personType, treatment, tier, referral, Map.of());
    }

    /** The same facts with one more, or with another code for it. */
    public Facts with(String fact, String code) {
        Map<String, String> more = new TreeMap<>(further);
        more.put(fact, code);
        return new Facts(scheme, personType, treatment, tier, referral, more);
    }

    /** The code of a fact by the name that packs use ({@code scheme}, {@code person} …); empty when it is not known. */
    public String code(String fact) {
        String code =
                switch (fact) {
                    case "scheme" -> scheme;
                    case "person" -> personType;
                    case "treatment" -> treatment;
                    case "tier" -> tier;
                    case "referral" -> referral;
                    default -> further.get(fact);
                };
        return code == null ? "" : code;
    }
}
