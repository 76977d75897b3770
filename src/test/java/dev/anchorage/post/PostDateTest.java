package dev.anchorage.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostDateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-02                       | 2024-01-02T00:00:00Z
            2024/1/2                         | 2024-01-02T00:00:00Z
            2024.01.02                       | 2024-01-02T00:00:00Z
            20240102                         | 2024-01-02T00:00:00Z
            2010-12-03 10:20                 | 2010-12-03T10:20:00Z
            2015-07-17 13:33:37              | 2015-07-17T13:33:37Z
            2016-05-02 08:30:00 +0200        | 2016-05-02T06:30:00Z
            2016-05-02 08:30:00 +02:00       | 2016-05-02T06:30:00Z
            2020-12-09T14:22:58.669Z         | 2020-12-09T14:22:58Z
            2020-12-09T14:22:58-0800         | 2020-12-09T22:22:58Z
            2020-12-09T14:22                 | 2020-12-09T14:22:00Z
            2021-12-31 23:30 -0500           | 2022-01-01T04:30:00Z
            2016-05-02 08:30 Europe/Berlin   | 2016-05-02T06:30:00Z
            2016-05-02 08:30 EST             | 2016-05-02T13:30:00Z
            2016-05-02 3:05 PM               | 2016-05-02T15:05:00Z
            Mar 3, 2024                      | 2024-03-03T00:00:00Z
            March 3rd 2024                   | 2024-03-03T00:00:00Z
            3 March 2024                     | 2024-03-03T00:00:00Z
            15 Mar, 2024                     | 2024-03-15T00:00:00Z
            Sun, 3 Mar 2024 10:00:00 +0100   | 2024-03-03T09:00:00Z
            3. März 2024                     | 2024-03-03T00:00:00Z
            1er mars 2024                    | 2024-03-01T00:00:00Z
            3 de marzo de 2024               | 2024-03-03T00:00:00Z
            2024年3月3日                      | 2024-03-03T00:00:00Z
            2024-02-29                       | 2024-02-29T00:00:00Z
            2024-01-02 10:00 +25:00          | 2024-01-02T22:00:00Z
            """)
    void aDateIsReadAsItsAuthorMeantIt(String written, String moment) {
        assertEquals(
                Optional.of(moment),
                PostDate.parse(written).map(d -> d.instant(ZoneId.of("UTC")).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-13-45",
                "2023-02-29",
                "2024-02-30",
                "March 1st",
                "3/4/2024",
                "soon",
                "2024",
                "2024-03",
                "32 March 2024",
                "2024-01-02 25:00",
                "2024-01-02 10:61",
                "{{ date }}",
                "2024-01-022",
                "20241301",
                "1700000000",
                "",
                "2024-01-02 tomorrow"
            })
    void whatIsNoCertainDateIsNone(String written) {
        assertEquals(Optional.empty(), PostDate.parse(written));
    }
}
