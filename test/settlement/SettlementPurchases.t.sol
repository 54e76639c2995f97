// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, PurchaseProof, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementPurchasesTest is SettlementTest {
    Receipt[] private receipts;

    function setUp() public override {
        super.setUp();
        uint32 second = offerLot(commodityId, "LOT-2", SALE, 2);
        Receipt[] memory three = threeReceipts(1);
        for (uint256 i; i < 3; ++i) receipts.push(three[i]);
        receipts.push(receipt(4, 1, second, 4_000_000, 9, 1));
        receipts.push(receipt(5, 1, lotId, 5_000_000, 1, 0));
    }

    /* PROVING */

    /// A posted statement serves purchase proofs at once.
    function test_checkPurchase_every_receipt_inside_the_challenge_window() public {
        commit(receipts);
        for (uint256 i; i < receipts.length; ++i) {
            bytes32 digest = settlement.checkPurchase(receipts[i], proofOf(i));
            vm.assertEq(digest, Trees.digest(receipts[i], scopeOf(1)));
            vm.assertEq(digest, settlement.receiptDigest(receipts[i]));
        }
    }

    function testFuzz_checkPurchase_sparse_ids(uint32[4] memory lots, uint32[4] memory nominees, uint8 spread) public {
        Receipt[] memory random = new Receipt[](4);
        for (uint256 i; i < 4; ++i) {
            uint256 mask = (1 << bound(spread, 0, 32)) - 1;
            random[i] = receipt(i, 1, uint32(lots[i] & mask), uint72(i + 1), uint32(nominees[i] & mask), 0);
        }
        commit(random);
        for (uint256 i; i < 4; ++i) {
            settlement.checkPurchase(random[i], Trees.purchaseProof(random, scopeOf(1), i));
        }
    }

    function testFuzz_receiptDigest(Receipt memory any, uint64 chainId) public {
        vm.chainId(bound(chainId, 1, type(uint64).max - 1));
        vm.assertEq(
            settlement.receiptDigest(any),
            Trees.digest(any, Scope(block.chainid, address(settlement), any.platformId, any.epoch))
        );
    }

    function test_eip712Domain() public view {
        (, string memory name, string memory version, uint256 chainId, address verifyingContract, , ) = settlement
            .eip712Domain();
        vm.assertEq(keccak256(bytes(name)), keccak256("Trusted Commerce Commune"));
        vm.assertEq(keccak256(bytes(version)), keccak256("1"));
        vm.assertEq(chainId, block.chainid);
        vm.assertEq(verifyingContract, address(settlement));
    }

    /* REFUSALS */

    function testFuzz_checkPurchase_refuses_without_statement(uint32 platform, uint32 epoch) public {
        commit(receipts);
        if (platform == platformId && epoch == 1) return;
        Receipt memory other = receipts[0];
        (other.platformId, other.epoch) = (platform, epoch);
        refuse(other, proofOf(0), abi.encodeWithSelector(ISettlement.NoStatement.selector, platform, epoch));
    }

    /// Every field of the receipt is part of what is proven; sums stay inside their lanes here.
    function testFuzz_checkPurchase_refuses_any_other_receipt(uint256 field, uint16 change) public {
        commit(receipts);
        if (change == 0) change = 1;
        Receipt memory other = receipts[1];
        field %= 7;
        if (field == 0) other.orderId = bytes32(uint256(other.orderId) ^ change);
        if (field == 1) other.quantity ^= change;
        if (field == 2) other.sales ^= change;
        if (field == 3) other.fee ^= change;
        if (field == 4) other.commission ^= change;
        if (field == 5) other.recommenderId ^= change;
        if (field == 6) other.buyerCommitment = bytes32(uint256(other.buyerCommitment) ^ change);
        refuseRoot(other, proofOf(1), scopeOf(1));
    }

    function test_checkPurchase_refuses_another_lot_or_nominee() public {
        commit(receipts);
        Receipt memory other = receipts[0];
        other.lotId = receipts[3].lotId;
        refuseRoot(other, proofOf(0), scopeOf(1));
        other = receipts[0];
        other.nomineeId = 2;
        refuseRoot(other, proofOf(0), scopeOf(1));
        other.nomineeId = 4;
        refuse(other, proofOf(0), abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, 4, 2));
        other.nomineeId = 1;
        other.lotId = 2;
        refuse(other, proofOf(0), abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, 2, 1));
    }

    function test_checkPurchase_refuses_another_index() public {
        commit(receipts);
        PurchaseProof memory proof = proofOf(0);
        proof.receiptIndex = 1;
        refuseRoot(receipts[0], proof, scopeOf(1));
        proof.receiptIndex = 4;
        refuse(receipts[0], proof, abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, 4, 2));
    }

    function test_checkPurchase_refuses_other_depths() public {
        commit(receipts);
        PurchaseProof memory proof = proofOf(0);
        proof.lotPath = new Node[](2);
        refuse(receipts[0], proof, abi.encodeWithSelector(SumTree.PathLength.selector, 2, 1));
        proof = proofOf(0);
        proof.nomineePath = longer(proof.nomineePath);
        refuseRoot(receipts[0], proof, scopeOf(1));
        proof = proofOf(0);
        proof.receiptPath = longer(proof.receiptPath);
        refuseRoot(receipts[0], proof, scopeOf(1));
        proof.receiptPath = new Node[](33);
        refuse(receipts[0], proof, abi.encodeWithSelector(SumTree.PathLength.selector, 33, 32));
    }

    function test_checkPurchase_refuses_another_platform_epoch_and_chain() public {
        commit(receipts);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        statement.platformId = admitPlatform(operator, "");
        vm.prank(operator);
        settlement.commitStatement(statement);
        Receipt memory other = receipts[0];
        other.platformId = statement.platformId;
        refuseRoot(other, proofOf(0), Scope(block.chainid, address(settlement), statement.platformId, 1));

        toEpoch(3);
        (statement.platformId, statement.epoch) = (platformId, 2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        other = receipts[0];
        other.epoch = 2;
        refuseRoot(other, proofOf(0), scopeOf(2));

        PurchaseProof memory proof = proofOf(0);
        bytes32 root = statement.lotRoot;
        vm.chainId(1);
        bytes32 computed = climbed(receipts[0], proof, scopeOf(1)).hash;
        refuse(receipts[0], proof, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed));
    }

    function test_checkPurchase_refuses_another_contract() public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        PurchaseProof memory proof = proofOf(0);
        deploySettlement(asset);
        admitPlatform(operator, "https://relay.example");
        fund(operator);
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        bytes32 computed = climbed(receipts[0], proof, scopeOf(1)).hash;
        refuse(
            receipts[0],
            proof,
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, statement.lotRoot, computed)
        );
    }

    function test_checkPurchase_refuses_sums_that_overflow() public {
        commit(receipts);
        PurchaseProof memory proof = proofOf(0);
        proof.receiptPath[0].sums = Sums.wrap(type(uint256).max);
        Sums own = SumsLib.pack(receipts[0].sales, receipts[0].fee, receipts[0].commission, 1);
        refuse(receipts[0], proof, abi.encodeWithSelector(SumsOverflow.selector, own, proof.receiptPath[0].sums));
    }

    function test_checkPurchase_refuses_sums_that_do_not_add_up() public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        Sums real = statement.totals;
        statement.totals = SumsLib.pack(real.sales(), real.fees(), real.commissions(), real.count() + 1);
        toEpoch(2);
        vm.prank(operator);
        settlement.commitStatement(statement);
        refuse(
            receipts[0],
            proofOf(0),
            abi.encodeWithSelector(ISettlement.TotalsMismatch.selector, statement.totals, real)
        );
    }

    /* HELPERS */

    function proofOf(uint256 index) private view returns (PurchaseProof memory) {
        return Trees.purchaseProof(receipts, scopeOf(1), index);
    }

    function longer(Node[] memory path) private pure returns (Node[] memory result) {
        result = new Node[](path.length + 1);
        for (uint256 i; i < path.length; ++i) result[i] = path[i];
    }

    function climbed(
        Receipt memory one,
        PurchaseProof memory proof,
        Scope memory scope
    ) private pure returns (Node memory node) {
        node = Trees.climb(Trees.receiptLeaf(one, scope), proof.receiptIndex, proof.receiptPath);
        node = Trees.outerLeaf(2, scope, InnerTree(node.hash, node.sums, uint8(proof.receiptPath.length)));
        node = Trees.climb(node, one.nomineeId, proof.nomineePath);
        node = Trees.outerLeaf(3, scope, InnerTree(node.hash, node.sums, uint8(proof.nomineePath.length)));
        node = Trees.climb(node, one.lotId, proof.lotPath);
    }

    function refuse(Receipt memory one, PurchaseProof memory proof, bytes memory expected) private {
        assertRefused(abi.encodeCall(ISettlement.checkPurchase, (one, proof)), expected);
    }

    function refuseRoot(Receipt memory one, PurchaseProof memory proof, Scope memory scope) private {
        bytes32 root = settlement.statementOf(scope.platformId, scope.epoch).lotRoot;
        bytes32 computed = climbed(one, proof, scope).hash;
        refuse(one, proof, abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed));
    }
}
