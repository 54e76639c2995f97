// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {ISettlement, PurchaseProof, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {Node} from "../../contracts/settlement/SumTree.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Trees} from "../support/Trees.sol";
import {vm} from "../support/Vm.sol";

/// @notice Amounts at the end of their types.
contract AttackLimitsTest is PlatformsTest {
    /// An honest statement at the end of every lane: it is posted, answered for, opened; nobody can slash it.
    function test_attack_totals_near_the_type_limits() public {
        delete receipts;
        receipts.push(receipt(1, 1, lotId, type(uint72).max - 1_000_000, 1, 1));
        receipts.push(receipt(2, 1, lotId, 1_000_000, 1, 1));
        commit(receipts);
        vm.assertEq(settlement.statementOf(platformId, 1).totals.sales(), type(uint72).max);
        for (uint256 i; i < 2; ++i) challenge(receipts[i]);
        for (uint256 i; i < 2; ++i) answer(i);
        toEpoch(3);
        openLot(receipts, lotId);
        openRecommender(receipts, 1);
        vm.assertEq(settlement.creditOf(alicePayout), uint256(receipts[0].commission) + receipts[1].commission);
    }

    /// Beside the orders stands what makes a lane wrap around to a small total: nothing below it can be proven.
    function testFuzz_attack_totals_that_wrap_around(uint8 lane) public {
        Receipt[] memory left = new Receipt[](1);
        left[0] = receipt(1, 1, lotId, 8_000_000, 1, 1);
        Node memory a = Trees.outerLeaf(3, scopeOf(1), Trees.lotTree(left, scopeOf(1), lotId));
        uint256 bits = lane % 4 == 3 ? 40 : 72;
        uint256 filling = ((1 << bits) - 1) << (72 * uint256(lane % 4));
        Node memory wrapping = Node(keccak256("wrapping"), Sums.wrap(filling));
        bytes32 root = keccak256(abi.encodePacked(hex"01", a.hash, a.sums, wrapping.hash, wrapping.sums));
        ISettlement.StatementCommit memory statement = Trees.statement(left, scopeOf(1));
        (statement.lotRoot, statement.lotDepth) = (root, 1);
        toEpoch(2);
        post(statement);
        challenge(left[0]);
        PurchaseProof memory purchase = Trees.purchaseProof(left, scopeOf(1), 0);
        purchase.lotPath = new Node[](1);
        purchase.lotPath[0] = wrapping;
        refuseAnswer(
            left[0],
            purchase,
            Trees.referralProof(left, scopeOf(1), 0),
            abi.encodeWithSelector(SumsOverflow.selector, a.sums, wrapping.sums)
        );
        passDeadline();
        platforms.slashReceipt(left[0]);
        vm.assertLt(platform().bond, PLATFORM_BOND);
    }

    /// A bond as large as its lane, filled up after every slash: when the audit fund's part reaches the end of its lane, it has to be collected
    /// first, and not a unit is lost.
    function test_attack_slashes_near_the_type_limits() public {
        uint256 paidIn = type(uint72).max;
        platforms.depositBond(platformId, type(uint72).max - PLATFORM_BOND);
        uint256 rewards;
        uint32 epoch;
        for (; epoch < 40; ++epoch) {
            toEpoch(epoch);
            Receipt memory one = receipt(epoch, 1, lotId, type(uint72).max, 1, 1);
            (one.fee, one.commission) = (type(uint72).max, type(uint72).max);
            uint256 part = uint256(type(uint72).max) / 16;
            if (platform().auditAccrued + part + 1 > type(uint72).max) break;
            slashEquivocation(one);
            rewards += platforms.equivocationOf(platformId, one.orderId).reward;
            vm.assertEq(uint256(platform().bond) + platform().auditAccrued + rewards, paidIn);
            uint256 gap = type(uint72).max - platform().bond;
            platforms.depositBond(platformId, uint72(gap));
            paidIn += gap;
        }
        vm.assertEq(epoch, 15);
        Receipt memory last = receipt(99, 1, lotId, type(uint72).max, 1, 1);
        last.fee = type(uint72).max;
        Receipt memory other = changed(last);
        bytes memory data = abi.encodeCall(IChallenges.slashEquivocation, (last, signed(last), other, signed(other)));
        uint256 accrued = platform().auditAccrued + (uint256(1) << 68);
        bytes memory full = abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 72, accrued);
        refuse(challenger, data, full);
        platforms.collectAudit(platformId);
        slashEquivocation(last);
    }
}
