// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Sums, SumsLib} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";

/// @notice {Sums} and {SumTree} from outside; the domain's settlement is the harness itself.
contract SumTreeHarness {
    function add(Sums a, Sums b) external pure returns (Sums) {
        return a + b;
    }

    function addAll(
        Sums[] calldata a,
        Sums[] calldata b
    ) external view returns (Sums[] memory sums, bool[] memory added) {
        sums = new Sums[](a.length);
        added = new bool[](a.length);
        for (uint256 i; i < a.length; ++i) {
            try this.add(a[i], b[i]) returns (Sums sum) {
                (sums[i], added[i]) = (sum, true);
            } catch {}
        }
    }

    function pack(uint72 sales, uint72 fees, uint72 commissions, uint40 count) external pure returns (Sums) {
        return SumsLib.pack(sales, fees, commissions, count);
    }

    function domain(uint32 platformId, uint32 epoch) external view returns (bytes32) {
        return SumTree.domain(address(this), platformId, epoch);
    }

    function receiptLeaf(bytes32 digest) external pure returns (bytes32) {
        return SumTree.receiptLeaf(digest);
    }

    function nomineeLeaf(bytes32 domain_, InnerTree memory inner) external pure returns (bytes32) {
        return SumTree.nomineeLeaf(domain_, inner);
    }

    function lotLeaf(bytes32 domain_, InnerTree memory inner) external pure returns (bytes32) {
        return SumTree.lotLeaf(domain_, inner);
    }

    function recommenderLeaf(bytes32 domain_, InnerTree memory inner) external pure returns (bytes32) {
        return SumTree.recommenderLeaf(domain_, inner);
    }

    function climb(
        bytes32 leaf,
        Sums sums,
        uint256 position,
        Node[] calldata path
    ) external pure returns (InnerTree memory) {
        return SumTree.climb(leaf, sums, position, path);
    }
}
