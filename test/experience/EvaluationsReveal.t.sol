// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsRevealTest is RoundTest {
    /* WHAT A REVEAL DOES */

    function test_reveal_storesValuesAndWeight() public {
        committed(2);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportRevealed(lotId, 1, pair(150, 100), EVIDENCE, FEE, FEE);
        reveal(reporters[0], lotId);

        Report memory report = reportOf(0);
        vm.assertEq(report.payload, Values.unwrap(pack(pair(150, 100))));
        vm.assertEq(report.weight, FEE);
        vm.assertEq(report.fee, FEE);
        vm.assertEq(report.bondMultiple, 6);
        vm.assertEq(uint256(report.state), uint256(ReportState.Revealed));
        Round memory round = roundOf();
        vm.assertEq(round.totalWeight, FEE);
        vm.assertEq(round.revealed, 1);
        vm.assertEq(round.parameterCount, 2);
        vm.assertEq(uint256(round.state), uint256(RoundState.Open));
    }

    function test_reveal_canBeSentByAnybody() public {
        committed(1);
        vm.prank(address(0x77));
        reveal(reporters[0], lotId);
        vm.assertEq(uint256(reportOf(0).state), uint256(ReportState.Revealed));
    }

    function test_reveal_keepsTheExtremesOfInt32() public {
        enlist(1);
        measured[reporters[0]][lotId] = pair(type(int32).min, type(int32).max);
        order(reporters[0], lotId, SALES, 1);
        commitAll(post(START));
        toEpoch(CLOSING);
        reveal(reporters[0], lotId);
        Values stored = Values.wrap(reportOf(0).payload);
        vm.assertEq(stored.get(0), type(int32).min);
        vm.assertEq(stored.get(1), type(int32).max);
    }

    function testFuzz_reveal_acceptsExactlyWhatWasCommitted(int32 a, int32 b, bytes32 evidence, bytes32 salt) public {
        Book memory book = buyAll(1);
        bytes32 commitment = evaluations.hashReport(lotId, 1, pack(pair(a, b)), evidence, salt);
        vm.prank(reporters[0]);
        evaluations.commit(book.receipts[0], book.proofs[0], buyerSalt(book.receipts[0].orderId), commitment);
        toEpoch(CLOSING);
        evaluations.reveal(lotId, 1, pair(a, b), evidence, salt);
        Values stored = Values.wrap(reportOf(0).payload);
        vm.assertEq(stored.get(0), a);
        vm.assertEq(stored.get(1), b);
    }

    function test_reveal_worksFromTheFirstToTheLastSecond() public {
        committed(2);
        reveal(reporters[0], lotId);
        vm.warp(revealEnd() - 1);
        reveal(reporters[1], lotId);
        vm.assertEq(roundOf().revealed, 2);
        vm.assertEq(roundOf().totalWeight, 2 * FEE);
    }

    /* WEIGHT */

    function test_reveal_weightCountsThePowerAtTheEpochsStart() public {
        Book memory book = buyAll(1);
        commitAll(book);
        power.appointMinter(address(this), true);
        toEpoch(CLOSING - 1);
        power.mint(1, 5e6);
        toEpoch(CLOSING);
        // Earned in the closing epoch itself: counts from the next one on.
        power.mint(1, 100e6);
        vm.warp(revealEnd() - 1);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.ReportRevealed(lotId, 1, pair(150, 100), EVIDENCE, 5e6 + FEE, 5e6 + FEE);
        reveal(reporters[0], lotId);
        vm.assertEq(reportOf(0).weight, 5e6 + FEE);
    }

    function testFuzz_reveal_powerIsDividedAmongTheLots(uint72 salesA, uint72 salesB, uint64 earned) public {
        salesA = uint72(bound(salesA, 1, 1e15));
        salesB = uint72(bound(salesB, 1, 1e15));
        earned = uint64(bound(earned, 0, 1e15));
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        enlist(1);
        order(reporters[0], lotId, salesA, 1);
        order(reporters[0], second, salesB, 1);
        Book memory book = post(START);
        measured[reporters[0]][lotId] = pair(1, 2);
        measured[reporters[0]][second] = pair(1, 2);
        commit(reporters[0], book, 0);
        commit(reporters[0], book, 1);
        power.appointMinter(address(this), true);
        power.mint(1, earned);
        toEpoch(CLOSING);
        reveal(reporters[0], lotId);
        reveal(reporters[0], second);
        uint256 fees = uint256(feeOf(salesA)) + feeOf(salesB);
        uint256 p = power.powerAt(1, startOf(CLOSING)) + fees;
        uint256 a = evaluations.reportOf(lotId, 1).weight;
        uint256 b = evaluations.reportOf(second, 1).weight;
        vm.assertEq(a, (p * feeOf(salesA)) / fees);
        vm.assertEq(b, (p * feeOf(salesB)) / fees);
        vm.assertLe(a + b, p);
    }

    function test_reveal_weightCountsCommitmentsThatAreNeverRevealed() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        enlist(1);
        order(reporters[0], lotId, SALES, 1);
        order(reporters[0], second, SALES, 1);
        Book memory book = post(START);
        measured[reporters[0]][lotId] = pair(1, 2);
        commit(reporters[0], book, 0);
        commit(reporters[0], book, 1);
        power.appointMinter(address(this), true);
        toEpoch(CLOSING - 1);
        power.mint(1, 8e6);
        toEpoch(CLOSING);
        reveal(reporters[0], lotId);
        vm.assertEq(reportOf(0).weight, 5e6);
    }

    function test_reveal_weightIsCappedAt64Bits() public {
        committed(1);
        vm.warp(startOf(CLOSING) - 1);
        power.appointMinter(address(this), true);
        power.mint(1, 1e24);
        toEpoch(CLOSING);
        reveal(reporters[0], lotId);
        vm.assertEq(reportOf(0).weight, type(uint64).max);
        vm.assertEq(roundOf().totalWeight, type(uint64).max);
    }

    /// @dev Same purchases, one experiencer or one for each: the sum of weights is the same but for rounding down.
    /// hardhat-config: fuzz.runs = 100
    function testFuzz_reveal_splittingIdentitiesGainsNoWeight(uint72[4] memory sales, uint64 earned) public {
        uint32[4] memory lots = [lotId, 0, 0, 0];
        bytes20[4] memory codes = [bytes20("LOT-A"), "LOT-B", "LOT-C", "LOT-D"];
        for (uint256 i = 1; i < 4; ++i) lots[i] = offerLot(commodityId, codes[i], START, 1);
        for (uint256 i; i < 4; ++i) sales[i] = uint72(bound(sales[i], 7, 1e15));
        earned = uint64(bound(earned, 0, 1e15));
        power.appointMinter(address(this), true);
        uint256 start = vm.snapshotState();
        uint256 whole = weightOf(1, lots, sales, earned);
        vm.revertToState(start);
        uint256 split = weightOf(4, lots, sales, earned);
        // Power itself is rounded down for every identity.
        vm.assertLe(split, whole + 4);
        vm.assertLe(whole, split + 4 + 4);
    }

    /* WHO, WHAT AND WHEN */

    function test_reveal_refusesTheSecondBeforeTheClosingEpoch() public {
        committed(1);
        vm.warp(startOf(CLOSING) - 1);
        refused(callOf(1, pair(150, 100)), outsideWindow(startOf(CLOSING), revealEnd()));
    }

    function test_reveal_refusesTheFirstSecondOfTheTallyWindow() public {
        committed(1);
        vm.warp(revealEnd());
        refused(callOf(1, pair(150, 100)), outsideWindow(startOf(CLOSING), revealEnd()));
    }

    function test_reveal_refusesALotThatDoesNotExist() public {
        committed(1);
        refused(
            abi.encodeCall(IEvaluations.reveal, (9, 1, pair(1, 2), EVIDENCE, reportSalt(reporters[0]))),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9)
        );
    }

    function test_reveal_refusesALotOfAnotherContract() public {
        commodities.appointEvaluations(address(0xE7));
        uint32 foreign = offerLot(commodityId, "LOT-B", START, 1);
        toEpoch(CLOSING);
        refused(
            abi.encodeCall(IEvaluations.reveal, (foreign, 1, pair(1, 2), EVIDENCE, EVIDENCE)),
            abi.encodeWithSelector(IEvaluations.ForeignLot.selector, foreign, address(0xE7))
        );
    }

    function test_reveal_refusesWhoDidNotCommit() public {
        committed(1);
        refused(callOf(2, pair(150, 100)), wrongState(2, ReportState.None));
    }

    function test_reveal_refusesTwice() public {
        committed(1);
        reveal(reporters[0], lotId);
        refused(callOf(1, pair(150, 100)), wrongState(1, ReportState.Revealed));
    }

    function test_reveal_refusesAnyOtherNumberOfValues() public {
        committed(1);
        uint256[4] memory counts = [uint256(0), 1, 3, 9];
        for (uint256 i; i < 4; ++i) {
            int32[] memory list = new int32[](counts[i]);
            refused(callOf(1, list), abi.encodeWithSelector(IEvaluations.ValueCount.selector, counts[i], 2));
        }
    }

    function testFuzz_reveal_refusesOtherValues(int32 a, int32 b) public {
        vm.assume(a != 150 || b != 100);
        committed(1);
        refused(callOf(1, pair(a, b)), mismatch(1, pair(a, b), EVIDENCE, reportSalt(reporters[0])));
    }

    function testFuzz_reveal_refusesOtherEvidenceOrSalt(bytes32 other) public {
        vm.assume(other != EVIDENCE && other != reportSalt(reporterAt(0)));
        committed(1);
        bytes32 salt = reportSalt(reporters[0]);
        refused(
            abi.encodeCall(IEvaluations.reveal, (lotId, 1, pair(150, 100), other, salt)),
            mismatch(1, pair(150, 100), other, salt)
        );
        refused(
            abi.encodeCall(IEvaluations.reveal, (lotId, 1, pair(150, 100), EVIDENCE, other)),
            mismatch(1, pair(150, 100), EVIDENCE, other)
        );
    }

    /// @dev Copying a commitment is useless: it binds the one who made it.
    function test_reveal_refusesACopiedCommitment() public {
        Book memory book = buyAll(2);
        commit(reporters[0], book, 0);
        bytes32 copied = commitmentOf(reporters[0], lotId);
        vm.prank(reporters[1]);
        evaluations.commit(book.receipts[1], book.proofs[1], buyerSalt(book.receipts[1].orderId), copied);
        toEpoch(CLOSING);
        bytes32 salt = reportSalt(reporters[0]);
        bytes32 given = evaluations.hashReport(lotId, 2, pack(pair(150, 100)), EVIDENCE, salt);
        vm.assertTrue(given != copied);
        refused(
            abi.encodeCall(IEvaluations.reveal, (lotId, 2, pair(150, 100), EVIDENCE, salt)),
            abi.encodeWithSelector(IEvaluations.CommitmentMismatch.selector, copied, given)
        );
    }

    function test_reveal_refusesOnAnotherChain() public {
        committed(1);
        bytes32 committedTo = commitmentOf(reporters[0], lotId);
        vm.chainId(1);
        bytes32 given = commitmentOf(reporters[0], lotId);
        vm.assertTrue(given != committedTo);
        refused(
            callOf(1, pair(150, 100)),
            abi.encodeWithSelector(IEvaluations.CommitmentMismatch.selector, committedTo, given)
        );
    }

    function testFuzz_hashReport_isTheEncodingOfTheDocs(
        uint32 lot,
        uint32 id,
        uint256 values,
        bytes32 evidence,
        bytes32 salt
    ) public {
        bytes32 expected = keccak256(
            abi.encode(
                keccak256("TrustedCommerceCommune.Report"),
                block.chainid,
                address(evaluations),
                lot,
                id,
                values,
                evidence,
                salt
            )
        );
        vm.assertEq(evaluations.hashReport(lot, id, Values.wrap(values), evidence, salt), expected);
    }

    /* HELPERS */

    function committed(uint256 count) private {
        commitAll(buyAll(count));
        toEpoch(CLOSING);
    }

    function callOf(uint32 id, int32[] memory list) private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.reveal, (lotId, id, list, EVIDENCE, reportSalt(reporters[0])));
    }

    function wrongState(uint32 id, ReportState given) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.WrongReportState.selector, lotId, id, given, ReportState.Committed);
    }

    function mismatch(
        uint32 id,
        int32[] memory list,
        bytes32 evidence,
        bytes32 salt
    ) private view returns (bytes memory) {
        bytes32 given = evaluations.hashReport(lotId, id, pack(list), evidence, salt);
        return
            abi.encodeWithSelector(IEvaluations.CommitmentMismatch.selector, commitmentOf(reporters[0], lotId), given);
    }

    /// @dev Sum of the weights when `identities` share four purchases on four lots and the power they had.
    function weightOf(
        uint256 identities,
        uint32[4] memory lots,
        uint72[4] memory sales,
        uint256 earned
    ) private returns (uint256 sum) {
        enlist(identities);
        for (uint256 i; i < 4; ++i) order(reporters[i % identities], lots[i], sales[i], 1);
        Book memory book = post(START);
        for (uint256 i; i < identities; ++i) {
            power.mint(idOf(i), i == 0 ? earned - (earned / identities) * (identities - 1) : earned / identities);
        }
        for (uint256 i; i < 4; ++i) {
            measured[reporters[i % identities]][lots[i]] = pair(1, 2);
            commit(reporters[i % identities], book, i);
        }
        toEpoch(CLOSING);
        for (uint256 i; i < 4; ++i) {
            reveal(reporters[i % identities], lots[i]);
            sum += evaluations.reportOf(lots[i], idOf(i % identities)).weight;
        }
    }
}
