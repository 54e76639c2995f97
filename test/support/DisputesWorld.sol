// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Case, CaseKind, CaseState, Ground, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {DisputesTest} from "./DisputesTest.sol";
import {Book} from "./Statements.sol";
import {vm, bound} from "./Vm.sol";

/// @notice Six lots that close in the same epoch, with honest, lying and mixed majorities; challengers who are right, wrong or superfluous;
/// an arbitrator that says anything, late or never; keepers and claimants. Every action is allowed when it is taken: a refusal is kept.
abstract contract DisputesWorld is DisputesTest {
    struct Counts {
        uint256 challenges;
        uint256 subjects;
        uint256 referred;
        uint256 moot;
        uint256 upheld;
        uint256 overturned;
        uint256 voided;
        uint256 none;
        uint256 condemned;
        uint256 lapsed;
        uint256 finalized;
        uint256 scored;
        uint256 claimed;
        uint256 slashed;
    }

    uint256 internal constant LOTS = 6;
    uint256 internal constant REPORTERS = 8;

    uint32[] internal lots;
    Counts internal counts;
    uint256 internal refusals;
    bytes internal refusal;
    /// @dev Rounds without an overturn in which somebody lost a revealed bond, and bounties above half or above their cap.
    uint256 internal wronged;
    mapping(uint32 lot => uint256 amount) internal taken;
    uint256 private _now;

    function setUp() public override {
        super.setUp();
        vm.prank(producer);
        commodities.topUpBond(commodityId, 5_000e6);
        lots.push(lotId);
        for (uint256 i = 1; i < LOTS; ++i) {
            lots.push(offerLot(commodityId, bytes20(bytes(string.concat("LOT-", vm.toString(i)))), START, 1));
        }
        enlist(REPORTERS);
        for (uint256 i; i < LOTS; ++i) {
            for (uint256 r; r < REPORTERS; ++r) {
                // Lots 0, 1: honest; 2, 3: a lying majority; 4, 5: eight who lie alike.
                bool lies = i > 3 || (i > 1 && r > 2);
                measured[reporters[r]][lots[i]] = lies ? lie() : truth();
                order(reporters[r], lots[i], SALES, idOf(r));
            }
        }
        Book memory book = post(START);
        for (uint256 k; k < book.receipts.length; ++k) commit(reporters[k % REPORTERS], book, k);
        toEpoch(START + 2);
        openLots(book);
        openNominees(book);
        toEpoch(CLOSING);
        for (uint256 i; i < LOTS; ++i) {
            commodities.unseal(lots[i], sealedValues(), SEAL_SALT);
            // One in every lot does not reveal.
            for (uint256 r; r + 1 < REPORTERS; ++r) reveal(reporters[r], lots[i]);
        }
        toSecondHalf(CLOSING);
        _now = block.timestamp;
    }

    modifier inTime() {
        vm.warp(_now);
        _;
    }

    /* ACTIONS */

    function act(uint256 seed) public inTime {
        seed = mix(seed, 1);
        uint32 lot = lots[seed % LOTS];
        uint256 kind = (seed >> 8) % 12;
        if (kind < 3) honestly(abi.encodeCall(this.challengeOne, (lot, seed >> 16)));
        else if (kind == 3) honestly(abi.encodeCall(this.tallyOne, (lot)));
        else if (kind == 4) honestly(abi.encodeCall(this.subjectOne, (lot, seed >> 16)));
        else if (kind == 5) honestly(abi.encodeCall(this.judgeOne, (seed >> 16)));
        else if (kind == 6) honestly(abi.encodeCall(this.moneyOne, (seed >> 16)));
        else honestly(abi.encodeCall(this.keep, (seed >> 16)));
    }

    function wait_(uint256 seed) public inTime {
        if (seed % 4 != 0) keepAll(seed);
        if (_now < startOf(SCORING)) {
            for (uint256 i; i + 1 < LOTS; ++i) honestly(abi.encodeCall(this.tallyOne, (lots[i])));
        }
        _now += 1 days + (mix(seed, 2) % 4 days);
    }

    /// @dev Colluders, honest people and fools.
    function challengeOne(uint32 lot, uint256 seed) external {
        RoundState state = evaluations.roundOf(lot).state;
        if (block.timestamp >= startOf(SCORING)) return;
        int32[] memory values =
            seed % 4 == 0
                ? pair(int32(int256((seed >> 8) % 300)), int32(int256((seed >> 24) % 300)))
                : seed % 4 == 1
                    ? lie()
                    : truth();
        uint96 bond = uint96(bound(seed >> 32, BOND, 3 * uint256(BOND)));
        vm.prank(someone(seed >> 64));
        (bool ok, bytes memory reason) = address(disputes).call{value: COST + ((seed >> 96) % 3)}(
            abi.encodeCall(IDisputes.challenge, (lot, values, bond, EVIDENCE))
        );
        if (ok)
            ++counts.challenges;
            // These two are how the list defends itself.
        else if (bytes4(reason) == IDisputes.BondTooLow.selector) return;
        else if (bytes4(reason) == IDisputes.SaysTheSame.selector) vm.assertTrue(state == RoundState.Tallied);
        else revert(string(reason));
    }

    function tallyOne(uint32 lot) external {
        if (block.timestamp >= startOf(SCORING) || evaluations.roundOf(lot).state != RoundState.Open) return;
        // The majority of the lots 2 … lies.
        evaluations.tally(lot, lot > lots[1] ? lie() : truth(), ids(REPORTERS - 1));
    }

    function subjectOne(uint32 lot, uint256 seed) external {
        uint96 bond = uint96(BOND + ((seed >> 8) % (2 * BOND)));
        vm.startPrank(someone(seed >> 64));
        if (seed % 8 == 0) {
            if (disputes.caseOfModel(modelId) == 0 && models.isActive(modelId)) {
                disputes.disputeModel{value: COST}(modelId, Ground.FalseDocument, bond, EVIDENCE);
                ++counts.subjects;
            }
        } else if (disputes.caseOfListing(lot) == 0 && uint256(commodities.lotOf(lot).state) != 5) {
            disputes.disputeListing{value: COST}(lot, Ground.Counterfeit, bond, EVIDENCE);
            ++counts.subjects;
        }
        vm.stopPrank();
    }

    /// @dev The arbitrator says anything it may.
    function judgeOne(uint256 seed) external {
        if (court.count() == 0) return;
        uint256 disputeId = seed % court.count();
        uint256 caseId = disputes.caseOfDispute(court, disputeId);
        if (disputes.caseOf(caseId).answered) return;
        uint256 ruling = (seed >> 64) % (uint256(disputes.caseOf(caseId).choices) + 2);
        if ((seed >> 40) % 5 == 0) ruling = disputes.choiceOfNone(caseId);
        court.ruleAnything(disputes, disputeId, ruling);
        // Some fees come back.
        if (seed % 5 == 0) court.payBack(disputeId);
    }

    function keep(uint256 seed) external {
        if (disputes.caseCount() > 0) keepCase(1 + (seed % disputes.caseCount()));
        keepRound(lots[(seed >> 32) % LOTS], seed);
    }

    function moneyOne(uint256 seed) external {
        address account = someone(seed);
        if (disputes.creditOf(account) > 0) disputes.withdraw(account);
        if (disputes.coinsOf(account) > 0) disputes.withdrawCoins(payable(account));
        if (evaluations.creditOf(account) > 0) evaluations.withdraw(account);
        if (seed % 3 == 0) disputes.collectAuditFund();
        if (seed % 3 == 1) evaluations.collectAuditFund();
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            Case memory one = disputes.caseOf(id);
            if (one.state == CaseState.Closed && one.ruling == 0 && disputes.returnedBy(court) > 0) {
                // Refused when it was reclaimed before, or never referred.
                (bool ok, ) = address(disputes).call(abi.encodeCall(IDisputes.reclaimFees, (id)));
                if (ok) return;
            }
        }
    }

    /* STEPS */

    function keepAll(uint256 seed) internal {
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) honestly(abi.encodeCall(this.keepCase, (id)));
        for (uint256 i; i < LOTS; ++i) honestly(abi.encodeCall(this.keepRound, (lots[i], mix(seed, i))));
    }

    function keepCase(uint256 id) public {
        Case memory one = disputes.caseOf(id);
        if (one.state == CaseState.Collecting && block.timestamp >= startOf(SCORING)) {
            disputes.refer(one.subject);
            if (stateOf(id) == CaseState.Closed) ++counts.moot;
            else ++counts.referred;
        } else if (one.state == CaseState.Ruled) {
            disputes.execute(id);
            if (one.kind != CaseKind.Evaluation && one.ruling == 2) ++counts.condemned;
            else if (one.ruling == 0) ++counts.voided;
            else if (one.ruling == 1) ++counts.upheld;
            else if (one.ruling == disputes.choiceOfNone(id)) ++counts.none;
            else ++counts.overturned;
        } else if (one.state == CaseState.Pending && block.timestamp >= one.deadline) {
            disputes.lapse(id);
            ++counts.lapsed;
        }
    }

    function keepRound(uint32 lot, uint256 seed) public {
        Round memory round = evaluations.roundOf(lot);
        bool ended = round.state != RoundState.Open && round.state != RoundState.Tallied;
        if (!ended) {
            if (block.timestamp < startOf(SCORING) || (round.state == RoundState.Tallied && round.held)) return;
            evaluations.finalize(lot);
            ++counts.finalized;
        } else if (round.state == RoundState.Final && evaluations.currentEpoch() == round.scoringEpoch) {
            uint32 id = uint32(1 + (seed % (REPORTERS - 1)));
            if (evaluations.reportOf(lot, id).state != ReportState.Revealed) return;
            evaluations.score(lot, one_(id));
            ++counts.scored;
        } else if (!round.closed && evaluations.currentEpoch() > round.scoringEpoch) {
            evaluations.close(lot);
        } else if (round.closed) {
            claimOne(lot, uint32(1 + (seed % REPORTERS)));
        }
    }

    function claimOne(uint32 lot, uint32 id) private {
        Report memory report = evaluations.reportOf(lot, id);
        if (report.state == ReportState.Claimed || report.state == ReportState.None) return;
        uint256 bond = uint256(report.fee) * report.bondMultiple;
        uint256 before = asset.balanceOf(reporters[id - 1]);
        uint256 auditBefore = evaluations.auditFundAccrued();
        evaluations.claim(lot, id);
        uint256 paid = asset.balanceOf(reporters[id - 1]) - before;
        ++counts.claimed;
        if (report.state == ReportState.Committed || paid >= bond) return;
        ++counts.slashed;
        taken[lot] += bond;
        if (!evaluations.roundOf(lot).overturned || paid != 0) ++wronged;
        if (evaluations.auditFundAccrued() - auditBefore < bond / 2) ++wronged;
    }

    function honestly(bytes memory step) internal {
        (bool ok, bytes memory reason) = address(this).call(step);
        if (ok) return;
        if (refusals++ == 0) refusal = abi.encodePacked(bytes4(step), reason);
    }

    function advance(uint256 seconds_) internal {
        _now += seconds_;
        vm.warp(_now);
    }

    function someone(uint256 seed) internal view returns (address) {
        address[5] memory people = [alice, bob, carol, dave, eve];
        return people[seed % 5];
    }

    function one_(uint32 id) private pure returns (uint32[] memory list) {
        list = new uint32[](1);
        list[0] = id;
    }

    function mix(uint256 seed, uint256 salt) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, salt)));
    }
}
