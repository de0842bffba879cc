package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class FanChartTest {
    @Test
    void thePictureIsWellFormedAndItsTitleIsTheFinding() throws Exception {
        Findings findings = Small.run("aws-bedrock", 1000);
        Document svg = svg(findings);
        assertThat(texts(svg))
                .containsAll(Headline.of(findings))
                .contains("EBIT margin, % of revenue", "2026Q2", "hurdle 30 %")
                .anyMatch(text -> text.contains("1,000 paths, seed 2026"));
    }

    @Test
    void bothContractsHaveTwoBandsAndAMedianOfEveryQuarter() throws Exception {
        Document svg = svg(Small.run("aws-bedrock", 1000));
        assertThat(points(svg, "polygon")).hasSize(4).allMatch(points -> points.split(" ").length == 40);
        assertThat(points(svg, "polyline")).hasSize(2).allMatch(points -> points.split(" ").length == 20);
        assertThat(String.join(" ", points(svg, "polygon"))).matches("[-0-9., ]+");
    }

    @Test
    void aLeaseAloneIsDrawnAlone() throws Exception {
        Document svg = svg(Small.run("oracle", 500));
        assertThat(points(svg, "polyline")).hasSize(1);
        assertThat(texts(svg)).noneMatch(text -> text.startsWith("TaaS"));
    }

    @Test
    void namesCannotBreakOutOfTheText() throws Exception {
        Findings findings = Small.run("aws-bedrock", 200, "demand.permanentLoss=0.5");
        var spiteful = new Findings(
                findings.scenario(), List.of("<script>&"), findings.run(), findings.comparison(), findings.backTest(),
                Optional.empty());
        assertThat(texts(svg(spiteful))).anyMatch(text -> text.contains("<script>&"));
    }

    private static Document svg(Findings findings) throws Exception {
        byte[] bytes = FanChart.svg(findings).orElseThrow().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<String> points(Document svg, String shape) {
        return elements(svg, shape).stream().map(element -> element.getAttribute("points")).toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
