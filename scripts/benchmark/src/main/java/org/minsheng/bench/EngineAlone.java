package org.minsheng.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.claim.engine.ClaimKey;
import org.minsheng.claim.engine.PersonState;
import org.minsheng.claim.engine.PricedClaim;
import org.minsheng.claim.engine.PricedSlice;
import org.minsheng.claim.engine.Settled;
import org.minsheng.claim.engine.SettlementEngine;
import org.minsheng.db.Database;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.Packs;

/** The engine without a database: open claims in memory, folded person by person, over and over for a while. */
final class EngineAlone {
    private static final int CLAIMS_MAX = 100_000;
    private static final double SECONDS_MIN = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Open> claims;

    private EngineAlone(List<Open> claims) {
        this.claims = claims;
    }

    private record Open(long person, PricedClaim claim) {}

    /** Takes the open claims of a database into memory. */
    static EngineAlone read(Database database) {
        List<Open> claims = database.handle()
                .createQuery("""
                        SELECT open.person_id, institution_code, claim_no, ended_on, open.scheme, person_type, treatment,
                            tier, referral, slices
                        FROM claim.open_claim open
                            JOIN registry.pub_institution USING (institution_id)
                            LEFT JOIN registry.pub_enrolment spell ON spell.person_id = open.person_id
                                AND spell.scheme = open.scheme
                                AND ended_on BETWEEN spell.from_date AND coalesce(spell.to_date, 'infinity')
                        WHERE pricing = 'priced'
                        ORDER BY bucket, person_id, ended_on, institution_code, claim_no LIMIT :limit""")
                .bind("limit", CLAIMS_MAX)
                .map((row, context) -> new Open(row.getLong("person_id"), claim(row)))
                .list();
        return new EngineAlone(claims);
    }

    private static PricedClaim claim(ResultSet row) throws SQLException {
        List<PricedSlice> slices = new ArrayList<>();
        for (String slice : row.getString("slices").split(";", -1)) {
            String[] parts = slice.split(",", -1);
            slices.add(new PricedSlice(
                    LocalDate.parse(parts[0]),
                    "",
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5])));
        }
        return new PricedClaim(
                new ClaimKey(row.getString("institution_code"), row.getString("claim_no")),
                row.getObject("ended_on", LocalDate.class),
                new Facts(
                        row.getString("scheme"),
                        row.getString("person_type"),
                        row.getString("treatment"),
                        row.getString("tier"),
                        row.getString("referral")),
                slices);
    }

    /** One pass over all claims. */
    private interface Pass {
        long run();
    }

    /** Settles for a while; the claims of a second, each pass from an empty history. */
    long settled() {
        CompiledPack pack = Packs.builtIn("qingdao-demo");
        return perSecond(() -> settle(pack));
    }

    /** The same claims with no rules but one: a running deductible. */
    long added() {
        return perSecond(this::add);
    }

    private long perSecond(Pass pass) {
        long checksum = pass.run();
        long begin = System.nanoTime();
        long passes = 0;
        double seconds = 0;
        while (seconds < SECONDS_MIN) {
            if (pass.run() != checksum) {
                throw new IllegalStateException("two passes over the same claims differ");
            }
            passes++;
            seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        }
        return Math.round(passes * claims.size() / seconds);
    }

    private long settle(CompiledPack pack) {
        long funds = 0;
        long person = -1;
        PersonState state = PersonState.NEW;
        for (Open open : claims) {
            state = open.person() == person ? state : PersonState.NEW;
            person = open.person();
            Settled settled = SettlementEngine.settle(pack, state, open.claim());
            state = state.plus(settled);
            funds += settled.payers().funds();
        }
        return funds;
    }

    private long add() {
        long funds = 0;
        long person = -1;
        long stillOpen = 0;
        for (Open open : claims) {
            stillOpen = open.person() == person ? stillOpen : 100_000;
            person = open.person();
            for (PricedSlice slice : open.claim().slices()) {
                long borne = Math.min(stillOpen, slice.inScope());
                stillOpen -= borne;
                funds += slice.inScope() - borne;
            }
        }
        return funds;
    }
}
