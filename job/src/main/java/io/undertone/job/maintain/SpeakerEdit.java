package io.undertone.job.maintain;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** Takes a speaker's id out of rows, wherever in them it stands, with what only says how sure it was. */
public final class SpeakerEdit implements RowEdit {
    private static final String ID = "speaker_id";
    private static final List<String> SCORES = List.of("score", "speaker_score");
    private static final String WORDS = "role_mismatch";

    private final Expression where;
    private final String tenant;
    private final String speaker;

    public SpeakerEdit(Schema columns, String tenant, String speaker) {
        Expression ofTenant = Expressions.equal("tenant_id", tenant);
        this.where = columns.findField(ID) == null
                ? ofTenant // it stands in structs, of which files have no bounds
                : Expressions.and(ofTenant, Expressions.equal(ID, speaker));
        this.tenant = tenant;
        this.speaker = speaker;
    }

    @Override
    public Expression where() {
        return where;
    }

    @Override
    public boolean concerns(Record row) {
        return tenant.equals(row.getField("tenant_id")) && names(row);
    }

    @Override
    public Record edited(Record row) {
        strip(row);
        return row;
    }

    private boolean names(Record struct) {
        for (Types.NestedField field : struct.struct().fields()) {
            @Nullable Object value = struct.getField(field.name());
            boolean here = field.name().equals(ID) ? speaker.equals(value) : holds(field, value);
            if (here) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Types.NestedField field, @Nullable Object value) {
        if (value instanceof Record nested) {
            return names(nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> element instanceof Record nested && names(nested));
        }
        return field.name().equals(WORDS) && value != null && isAboutSpeaker(value.toString());
    }

    private void strip(Record struct) {
        for (Types.NestedField field : struct.struct().fields()) {
            @Nullable Object value = struct.getField(field.name());
            if (field.name().equals(ID) && speaker.equals(value)) {
                struct.setField(ID, null);
                SCORES.stream()
                        .filter(score -> struct.struct().field(score) != null)
                        .forEach(score -> struct.setField(score, null));
            } else if (value instanceof Record nested && isNothingWithoutId(nested)) {
                struct.setField(field.name(), null);
            } else if (value instanceof Record nested) {
                strip(nested);
            } else if (value instanceof List<?> list) {
                list.forEach(element -> {
                    if (element instanceof Record nested) {
                        strip(nested);
                    }
                });
            } else if (holds(field, value)) {
                struct.setField(field.name(), null);
            }
        }
    }

    /** A verification says of whom it is: without the id there is none. */
    private boolean isNothingWithoutId(Record nested) {
        Types.NestedField id = nested.struct().field(ID);
        return id != null && id.isRequired() && speaker.equals(nested.getField(ID));
    }

    private boolean isAboutSpeaker(String words) {
        return words.contains("voice of %s on leg".formatted(speaker));
    }
}
